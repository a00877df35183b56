import "server-only";
import type { UpdateConfiguration } from "@/lib/domain/configurations/schema";
import { AppError } from "@/lib/domain/errors";
import { nameKeyOf } from "@/lib/domain/named";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db, type Tx } from "@/lib/server/db/client";
import { refuseTakenName } from "./name";

type Input = UpdateConfiguration & { id: string };
type Updated = { id: string; name: string; description: string; archivedAt: string | null };

/** Changes what stands around the definition: name, description, and whether it is archived. */
export const updateConfiguration = (input: Input, actor: Actor): Promise<Updated> => {
  authorize(actor, "definitions:write");
  const { id, archived } = input;
  return db().$transaction(async (tx) => {
    const before = await tx.configuration.findUnique({ where: { id } });
    if (!before) throw new AppError("not-found", "configurationNotFound");
    const { name = before.name, description = before.description } = input;
    await refuseTakenName(tx, name, id);
    if (archived) await refuseUsed(tx, id);
    const archivedAt = archivedAtAfter(before.archivedAt, archived);
    await tx.configuration.update({
      where: { id },
      data: { name, nameKey: nameKeyOf(name), description, archivedAt },
    });
    await recordAudit(tx, actor, {
      action: actionOf(archived, before.archivedAt),
      target: { type: "configuration", id, name },
      ...(name === before.name ? {} : { detail: { before: before.name } }),
    });
    return { id, name, description, archivedAt: archivedAt?.toISOString() ?? null };
  });
};

const archivedAtAfter = (before: Date | null, archived: boolean | undefined) => {
  if (archived === undefined) return before;
  return archived ? (before ?? new Date()) : null;
};

const actionOf = (archived: boolean | undefined, before: Date | null) => {
  if (archived === undefined || archived === (before !== null)) return "configuration.updated";
  return archived ? "configuration.archived" : "configuration.restored";
};

const refuseUsed = async (tx: Tx, configurationId: string) => {
  const groups = await tx.group.findMany({
    where: { configurationId },
    select: { name: true },
    orderBy: { name: "asc" },
  });
  if (groups.length === 0) return;
  throw new AppError("conflict", "configurationInUse", {
    params: { groups: groups.map((group) => group.name).join(", ") },
  });
};
