export type Edge = "top" | "bottom";
export type DropMark = { index: number; edge: Edge } | null;

/** What is told of a row on its way. */
export type SortListeners = {
  onStart: (index: number) => void;
  onOver: (mark: DropMark) => void;
  onDrop: (from: number, mark: DropMark) => void;
};

/** Where a row ends up when it is dropped at an edge of another, counted without itself. */
export function dropPosition(from: number, over: number, edge: Edge): number {
  const gap = edge === "top" ? over : over + 1;
  return from < gap ? gap - 1 : gap;
}
