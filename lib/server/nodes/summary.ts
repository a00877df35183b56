import "server-only";
import type { NodeFacts } from "@/lib/domain/nodes/facts";
import type { Fault } from "@/lib/domain/pushes/outcomes";
import type { NodeRow } from "@/lib/server/db/rows";

/** A node as pages and the API show it: no secret, only whether one is stored. */
export type NodeSummary = {
  id: string;
  name: string;
  host: string;
  port: number;
  username: string;
  note: string;
  hasSudoPassword: boolean;
  sshCredential: { id: string; name: string } | null;
  group: { id: string; name: string } | null;
  cluster: { id: string; name: string; confirmed: boolean } | null;
  hostKey: { algorithm: string; fingerprint: string; trustedAt: string; trustedByName: string } | null;
  /** The last look at the node. `seenAt` is the last time it answered; `facts` stem from then. */
  check: {
    checkedAt: string;
    seenAt: string | null;
    fault: { code: Fault; params: Record<string, string> } | null;
    facts: NodeFacts | null;
  } | null;
};

const parse = <T>(json: string | null): T | null => (json === null ? null : (JSON.parse(json) as T));

function toCheck(row: NonNullable<NodeRow["facts"]>): NodeSummary["check"] {
  return {
    checkedAt: row.checkedAt.toISOString(),
    seenAt: row.seenAt?.toISOString() ?? null,
    fault: row.fault === null ? null : { code: row.fault as Fault, params: parse(row.faultParams) ?? {} },
    facts: parse<NodeFacts>(row.facts),
  };
}

export function toNodeSummary(row: NodeRow): NodeSummary {
  return {
    id: row.id,
    name: row.name,
    host: row.host,
    port: row.port,
    username: row.username,
    note: row.note,
    hasSudoPassword: row.sudoSealed !== null,
    sshCredential: row.sshCredential,
    group: row.group,
    cluster: row.cluster && { ...row.cluster, confirmed: row.clusterConfirmed },
    hostKey: row.hostKey && {
      algorithm: row.hostKey.algorithm,
      fingerprint: row.hostKey.fingerprint,
      trustedAt: row.hostKey.trustedAt.toISOString(),
      trustedByName: row.hostKey.trustedByName,
    },
    check: row.facts && toCheck(row.facts),
  };
}
