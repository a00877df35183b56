import "server-only";
import type { NodeFacts } from "@/lib/domain/nodes/facts";
import type { NodeView, TrustedKeyView } from "@/lib/domain/nodes/views";
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

const toTrustedKey = (row: NonNullable<NodeRow["hostKey"]>): TrustedKeyView => ({
  algorithm: row.algorithm,
  fingerprint: row.fingerprint,
  trustedAt: row.trustedAt.toISOString(),
  trustedByName: row.trustedByName,
  certificate: row.authority && {
    authority: row.authority,
    keyId: row.certificateId ?? "",
    serial: row.certificateSerial ?? "",
    validUntil: row.certificateValidUntil?.toISOString() ?? null,
  },
});

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
    hostKey: row.hostKey && toTrustedKey(row.hostKey),
    check: row.facts && toCheck(row.facts),
  };
}
