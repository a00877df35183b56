import "server-only";
import type { Named } from "@/lib/domain/named";
import type { ImportNodes } from "@/lib/domain/nodes/schema";
import type { ImportReport } from "@/lib/domain/nodes/views";
import { recordAudit, recordAudits } from "@/lib/server/audit";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db, type Tx } from "@/lib/server/db/client";
import { requireGroup, requireSshCredential } from "./create-node";
import { requireJump } from "./jump";

type Row = ImportNodes["nodes"][number];

const addressKey = ({ host, port }: { host: string; port: number }) => `${host.toLowerCase()} ${port}`;

/** Tells the new machines from those of which name or address is registered, or stands earlier in the same request. */
async function sortOut(
  tx: Tx,
  { nodes: rows, jumpId = null }: ImportNodes,
): Promise<{ fresh: Row[]; existing: string[] }> {
  const known = await tx.node.findMany({ select: { nameKey: true, host: true, port: true, jumpId: true } });
  const names = new Set(known.map(({ nameKey }) => nameKey));
  const addresses = new Set(known.filter((node) => node.jumpId === jumpId).map(addressKey));
  const fresh: Row[] = [];
  const existing: string[] = [];
  for (const row of rows) {
    const isKnown = names.has(row.name.toLowerCase()) || addresses.has(addressKey(row));
    if (isKnown) existing.push(row.name);
    else fresh.push(row);
    names.add(row.name.toLowerCase());
    addresses.add(addressKey(row));
  }
  return { fresh, existing };
}

/** The groups that new machines name, by their name in small letters; those that are missing are made. */
async function findGroups(tx: Tx, rows: readonly Row[], actor: Actor) {
  const names = new Map(rows.flatMap(({ group }) => (group === null ? [] : [[group.toLowerCase(), group]])));
  const ids = new Map<string, string>();
  const made: Named[] = [];
  for (const [nameKey, name] of names) {
    const found = await tx.group.findUnique({ where: { nameKey }, select: { id: true } });
    const { id } = found ?? (await tx.group.create({ data: { name, nameKey } }));
    ids.set(nameKey, id);
    if (found) continue;
    made.push({ id, name });
    await recordAudit(tx, actor, { action: "group.created", target: { type: "group", id, name } });
  }
  return { ids, made };
}

/**
 * Adds many machines, all or none, and joins them to groups by name. Known ones are left as they are. Nothing is
 * connected to: trust of the host keys and the first look come after.
 */
export async function importNodes(input: ImportNodes, actor: Actor): Promise<ImportReport> {
  authorize(actor, "nodes:write");
  return db().$transaction(
    async (tx) => {
      const { sshCredentialId, jumpId = null } = input;
      await requireSshCredential(tx, sshCredentialId, actor);
      await requireGroup(tx, input.groupId);
      await requireJump(tx, jumpId);
      const credential = await tx.sshCredential.findUniqueOrThrow({ where: { id: sshCredentialId } });
      const { fresh, existing } = await sortOut(tx, input);
      const { ids, made } = await findGroups(tx, fresh, actor);
      const data = fresh.map(({ group, ...row }) => ({
        ...row,
        nameKey: row.name.toLowerCase(),
        host: row.host.toLowerCase(),
        username: row.username ?? input.username ?? credential.username,
        sshCredentialId,
        jumpId,
        groupId: group === null ? input.groupId : (ids.get(group.toLowerCase()) ?? null),
      }));
      const created = await tx.node.createManyAndReturn({ data, select: { id: true, name: true } });
      const counts = { created: created.length, existing: existing.length, groups: made.length };
      await recordAudits(tx, actor, [
        { action: "nodes.imported", detail: { from: input.from, ...counts } },
        ...created.map((node) => ({ action: "node.created" as const, target: { type: "node", ...node } })),
      ]);
      return { created, existing, groups: made };
    },
    { timeout: 60_000 },
  );
}
