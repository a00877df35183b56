import { byName, type Named } from "@/lib/domain/named";
import type { NodeView } from "./views";

/**
 * For each node the others that show the same host key: one machine that is registered under two addresses, or
 * machines made from one image without new keys, which nobody can tell apart. Nodes without a trusted key share none.
 */
export function sameKeyIn(
  nodes: readonly Pick<NodeView, "id" | "name" | "hostKey">[],
): ReadonlyMap<string, Named[]> {
  const holders = new Map<string, Named[]>();
  for (const { id, name, hostKey } of [...nodes].sort(byName))
    if (hostKey)
      holders.set(hostKey.fingerprint, [...(holders.get(hostKey.fingerprint) ?? []), { id, name }]);
  return new Map(
    [...holders.values()]
      .filter(({ length }) => length > 1)
      .flatMap((all) => all.map(({ id }) => [id, all.filter((other) => other.id !== id)] as const)),
  );
}
