import "server-only";
import { AppError } from "@/lib/domain/errors";
import { nodeFileRights } from "@/lib/domain/node-files/rights";
import { takeSecretsOut } from "@/lib/domain/node-files/stand-ins";
import { tlsUnits } from "@/lib/domain/node-files/tls-units";
import type { NodeFile } from "@/lib/domain/node-files/views";
import type { NodeFacts } from "@/lib/domain/nodes/facts";
import type { NodeFault } from "@/lib/domain/nodes/views";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db } from "@/lib/server/db/client";
import { lookAtNode } from "@/lib/server/nodes/look-at-node";
import { type Fetched, type FetchedFile, fetchFileWithSecrets } from "./fetch-file";
import { keepSecrets, newHoldId } from "./holds";
import { loadStoredCertificates } from "./stored-certificates";
import { tlsOutlooks } from "./tls-outlook";

/**
 * Reads the file of a node for an import. Its secrets and private keys stay on the server: the answer names them by
 * stand-ins, and saving a definition that bears these puts the secrets into new credentials and certificates.
 */
export async function readNodeFile(id: string, actor: Actor, now = new Date()): Promise<NodeFile> {
  for (const right of nodeFileRights) authorize(actor, right);
  const node = await db().node.findUnique({ where: { id }, select: { name: true } });
  if (!node) throw new AppError("not-found", "nodeNotFound");
  const found = await fetchFrom(id);
  await recordAudit(db(), actor, {
    action: "node.file-read",
    target: { type: "node", id, name: node.name },
    result: found.kind === "fault" ? "failed" : "ok",
    detail: auditDetail(found),
  });
  return found.kind === "fetched" ? toAnswer(found, actor, now) : found;
}

type Found = Fetched | { kind: "fault"; fault: NodeFault };

async function fetchFrom(id: string): Promise<Found> {
  const read: { file?: Fetched } = {};
  const look = await lookAtNode(id, async (session, facts) => {
    if (facts.serviceFault === null && facts.registriesPath !== null)
      read.file = await fetchFileWithSecrets(session, facts);
  });
  if (!look.ok) return { kind: "fault", fault: { ...look.fault, params: { ...look.fault.params } } };
  return read.file ?? { kind: "fault", fault: serviceFault(look.facts) };
}

const serviceFault = (facts: NodeFacts): NodeFault => ({
  code: facts.serviceFault ?? "service-not-found",
  params: { units: facts.units.map(({ name }) => name).join(", ") },
});

const auditDetail = (found: Found): Record<string, unknown> => {
  if (found.kind === "fault") return { fault: found.fault.code };
  if (found.kind !== "fetched") return { path: found.path, found: found.kind };
  return { path: found.path, found: "file", named: [...found.files.keys()] };
};

async function toAnswer(found: FetchedFile, actor: Actor, now: Date): Promise<NodeFile> {
  const { path, remarks, leftOut, files } = found;
  const hold = newHoldId();
  const { definition, secrets } = takeSecretsOut(found.definition, hold);
  const { tls, certificates } = tlsOutlooks(tlsUnits(definition), files, await loadStoredCertificates());
  keepSecrets(actor, { id: hold, secrets: [...secrets], certificates }, now);
  return { kind: "read", path, hold, definition, remarks, leftOut, tls };
}
