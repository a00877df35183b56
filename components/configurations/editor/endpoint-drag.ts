import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { attachClosestEdge, extractClosestEdge } from "@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge";
import type { DropMark, SortListeners } from "./drop-position";
import { makeTouchSortable } from "./touch-drag";

const rowsOf = (list: HTMLElement) => [...list.querySelectorAll<HTMLElement>("[data-row]")];
const indexOf = (list: HTMLElement, row: HTMLElement) => rowsOf(list).indexOf(row);

/** Makes the rows of one list draggable among themselves; `owner` keeps rows of other lists out. */
export function makeSortable(list: HTMLElement, owner: symbol, listeners: SortListeners): () => void {
  return combine(
    makeTouchSortable(list, listeners),
    ...rowsOf(list).flatMap((row) => [makeDraggable(list, row, owner), makeTarget(list, row, owner)]),
    monitorForElements({
      canMonitor: ({ source }) => source.data["owner"] === owner,
      onDragStart: ({ source }) => listeners.onStart(Number(source.data["index"])),
      onDrag: ({ location }) => listeners.onOver(markOf(location.current.dropTargets[0]?.data)),
      onDrop: ({ source, location }) =>
        listeners.onDrop(Number(source.data["index"]), markOf(location.current.dropTargets[0]?.data)),
    }),
  );
}

function makeDraggable(list: HTMLElement, row: HTMLElement, owner: symbol) {
  const handle = row.querySelector("[data-drag-handle]");
  return draggable({
    element: row,
    ...(handle ? { dragHandle: handle } : {}),
    getInitialData: () => ({ owner, index: indexOf(list, row) }),
  });
}

function makeTarget(list: HTMLElement, row: HTMLElement, owner: symbol) {
  return dropTargetForElements({
    element: row,
    canDrop: ({ source }) => source.data["owner"] === owner,
    getData: ({ input }) =>
      attachClosestEdge(
        { owner, index: indexOf(list, row) },
        { element: row, input, allowedEdges: ["top", "bottom"] },
      ),
  });
}

function markOf(data: Record<string | symbol, unknown> | undefined): DropMark {
  const edge = data && extractClosestEdge(data);
  return edge === "top" || edge === "bottom" ? { index: Number(data?.["index"]), edge } : null;
}
