import "server-only";
import type { NodeFacts } from "@/lib/domain/nodes/facts";
import type { NodeView } from "@/lib/domain/nodes/views";
import type { Fault } from "@/lib/domain/pushes/outcomes";
import type { NodeRow } from "@/lib/server/db/rows";

const parse = <T>(json: string | null): T | null => (json === null ? null : (JSON.parse(json) as T));

function toCheck(row: NonNullable<NodeRow["facts"]>): NodeView["check"] {
  return {
    checkedAt: row.checkedAt.toISOString(),
    seenAt: row.seenAt?.toISOString() ?? null,
    fault: row.fault === null ? null : { code: row.fault as Fault, params: parse(row.faultParams) ?? {} },
    facts: parse<NodeFacts>(row.facts),
  };
}

export function toNodeView(row: NodeRow): NodeView {
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
    jump: row.jump,
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
