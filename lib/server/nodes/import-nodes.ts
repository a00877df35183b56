import "server-only";
import { AppError } from "@/lib/domain/errors";
import { type NodeLine, parseNodeLines } from "@/lib/domain/nodes/lines";
import type { ImportNodes } from "@/lib/domain/nodes/schema";
import type { ImportReport } from "@/lib/domain/nodes/views";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db, type Tx } from "@/lib/server/db/client";
import { insertNode, requireGroup, requireSshCredential } from "./create-node";

type Defaults = Pick<ImportNodes, "sshCredentialId" | "groupId"> & { username: string };

async function importLine(tx: Tx, line: NodeLine & { defaults: Defaults }, actor: Actor) {
  const { username, sshCredentialId, groupId } = line.defaults;
  const node = {
    name: line.name,
    host: line.host,
    port: line.port,
    sshCredentialId,
    groupId,
    sudoPassword: null,
  };
  try {
    const created = await insertNode(tx, { ...node, note: "", username: line.username ?? username }, actor);
    return { created };
  } catch (error) {
    if (error instanceof AppError && error.code === "conflict") return { existing: line };
    throw error;
  }
}

/** Adds many nodes from pasted lines: good lines are kept, bad ones listed, known ones left as they are. */
export async function importNodes(input: ImportNodes, actor: Actor): Promise<ImportReport> {
  authorize(actor, "nodes:write");
  const { nodes, bad } = parseNodeLines(input.text);
  const report: ImportReport = { created: [], existing: [], bad };
  await db().$transaction(
    async (tx) => {
      await requireSshCredential(tx, input.sshCredentialId);
      await requireGroup(tx, input.groupId);
      const credential = await tx.sshCredential.findUniqueOrThrow({ where: { id: input.sshCredentialId } });
      const defaults = { ...input, username: input.username ?? credential.username };
      for (const line of nodes) {
        const result = await importLine(tx, { ...line, defaults }, actor);
        if (result.created) report.created.push(result.created);
        if (result.existing) report.existing.push({ line: line.line, name: line.name });
      }
    },
    { timeout: 60_000 },
  );
  return report;
}
