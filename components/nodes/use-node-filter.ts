"use client";
import { useSearchParams } from "next/navigation";
import { useCallback, useDeferredValue, useMemo, useState } from "react";
import type { NodeView } from "@/lib/domain/nodes/views";
import { filterUrl, matchesFilter, readFilter } from "./node-filter";
import { sortNodes } from "./node-sort";

/** The filter stands in the address, so that a reload, a link and Back show the same list. */
export function useNodeFilter(nodes: readonly NodeView[]) {
  // Back brings the page as it came from the server, before the filter was changed; the address is right.
  const address = useSearchParams();
  const [filter, setFilter] = useState(() => readFilter(Object.fromEntries(address)));
  // Typing goes before drawing the list.
  const settled = useDeferredValue(filter);
  const shown = useMemo(
    () => sortNodes(nodes, settled.sort).filter((node) => matchesFilter(node, settled)),
    [nodes, settled],
  );
  const change = useCallback(
    (part: Partial<typeof filter>) => {
      const next = { ...filter, ...part };
      setFilter(next);
      window.history.replaceState(null, "", filterUrl(next));
    },
    [filter],
  );
  return { filter, shown, change };
}
