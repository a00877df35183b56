import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { PublicMirrorFields } from "@/lib/domain/public-mirrors/schema";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db, type Tx } from "@/lib/server/db/client";

/** A generous bound against abuse: each is a row on a page and a choice in the editor. */
const most = 500;

async function refuseTaken(tx: Tx, fields: PublicMirrorFields, except?: string): Promise<void> {
  const { name, registry, address } = fields;
  const same = await tx.publicMirror.findUnique({ where: { nameKey: name.toLowerCase() } });
  if (same && same.id !== except)
    throw new AppError("conflict", "publicMirrorNameTaken", {
      params: { name: same.name },
      issues: [{ path: ["name"], code: "taken" }],
    });
  const listed = await tx.publicMirror.findUnique({ where: { registry_address: { registry, address } } });
  if (listed && listed.id !== except)
    throw new AppError("conflict", "publicMirrorListed", {
      params: { name: listed.name },
      issues: [{ path: ["address"], code: "taken" }],
    });
}

async function find(tx: Tx, id: string) {
  const found = await tx.publicMirror.findUnique({ where: { id } });
  if (!found) throw new AppError("not-found", "publicMirrorNotFound");
  return found;
}

const target = (id: string, name: string) => ({ type: "public-mirror", id, name });

export async function createPublicMirror(fields: PublicMirrorFields, actor: Actor): Promise<{ id: string }> {
  authorize(actor, "definitions:write");
  return db().$transaction(async (tx) => {
    await refuseTaken(tx, fields);
    if ((await tx.publicMirror.count()) >= most)
      throw new AppError("conflict", "tooManyPublicMirrors", { params: { most } });
    const data = { ...fields, nameKey: fields.name.toLowerCase(), createdByName: actor.name };
    const { id } = await tx.publicMirror.create({ data });
    const { registry, address } = fields;
    await recordAudit(tx, actor, {
      action: "public-mirror.created",
      target: target(id, fields.name),
      detail: { registry, address },
    });
    return { id };
  });
}

export async function updatePublicMirror(
  id: string,
  fields: PublicMirrorFields,
  actor: Actor,
): Promise<void> {
  authorize(actor, "definitions:write");
  await db().$transaction(async (tx) => {
    await find(tx, id);
    await refuseTaken(tx, fields, id);
    await tx.publicMirror.update({ where: { id }, data: { ...fields, nameKey: fields.name.toLowerCase() } });
    const { registry, address } = fields;
    await recordAudit(tx, actor, {
      action: "public-mirror.updated",
      target: target(id, fields.name),
      detail: { registry, address },
    });
  });
}

/** Takes it off the list. Configurations that use its address keep it. */
export async function deletePublicMirror(id: string, actor: Actor): Promise<void> {
  authorize(actor, "definitions:write");
  await db().$transaction(async (tx) => {
    const { name } = await find(tx, id);
    await tx.publicMirror.delete({ where: { id } });
    await recordAudit(tx, actor, { action: "public-mirror.deleted", target: target(id, name) });
  });
}
