import type { NodeView } from "@/lib/domain/nodes/views";

type Placed = Pick<NodeView, "cluster"> & { check: { facts: { role: string | null } | null } | null };

/**
 * Clusters of which a group has agents but no server. Servers run workloads too unless they are tainted, so their
 * images then go another way.
 */
export function clustersWithoutServers(members: readonly Placed[]): { id: string; name: string }[] {
  const roleOf = (node: Placed) => node.check?.facts?.role ?? null;
  const served = new Set(
    members.filter((node) => roleOf(node) === "server").map(({ cluster }) => cluster?.id),
  );
  const lonely = new Map<string, string>();
  for (const node of members) {
    const { cluster } = node;
    if (cluster && roleOf(node) === "agent" && !served.has(cluster.id)) lonely.set(cluster.id, cluster.name);
  }
  return [...lonely].map(([id, name]) => ({ id, name }));
}

/** The versions that run in a group, when they are more than one. */
export function mixedVersions(members: readonly Pick<NodeView, "check">[]): string[] {
  const versions = new Set(members.flatMap(({ check }) => check?.facts?.runningVersion ?? []));
  return versions.size > 1 ? [...versions].toSorted() : [];
}
