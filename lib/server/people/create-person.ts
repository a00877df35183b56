import "server-only";
import { randomUUID } from "node:crypto";
import { AppError } from "@/lib/domain/errors";
import { nameKeyOf } from "@/lib/domain/named";
import type { NewPerson } from "@/lib/domain/people/schema";
import type { OneTimePassword } from "@/lib/domain/people/views";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize, requireRecentPassword } from "@/lib/server/auth/actor";
import { requireLiveSession } from "@/lib/server/auth/sessions";
import { insertUser } from "@/lib/server/auth/user-rows";
import { db, type Tx } from "@/lib/server/db/client";
import { personTarget } from "./guards";
import { makeOneTimePassword } from "./one-time-password";

/** A generous bound against abuse: each is a row on a page. */
const most = 1000;

/** Records name people by their display names, so two of the same would be taken for one another. */
async function refuseTaken(tx: Tx, username: string, name: string): Promise<void> {
  const people = await tx.user.findMany({ select: { username: true, name: true } });
  const same = (text: string | null, other: string) => text !== null && nameKeyOf(text) === nameKeyOf(other);
  if (people.some((person) => same(person.username, username)))
    throw new AppError("conflict", "usernameTaken", { issues: [{ path: ["username"], code: "taken" }] });
  if (people.some((person) => same(person.name, name) || same(person.username, name)))
    throw new AppError("conflict", "displayNameTaken", {
      issues: [{ path: ["displayName"], code: "taken" }],
    });
  if (people.some((person) => same(person.name, username)))
    throw new AppError("conflict", "displayNameTaken", { issues: [{ path: ["username"], code: "taken" }] });
  if (people.length >= most) throw new AppError("conflict", "tooManyPeople", { params: { most } });
}

/** Adds somebody with a password of ours, which is told this once and must be changed at the first login. */
export async function createPerson(person: NewPerson, actor: Actor): Promise<OneTimePassword> {
  authorize(actor, "people:write");
  requireRecentPassword(actor);
  const { username, role } = person;
  const name = person.displayName || username;
  const { oneTimePassword, passwordHash } = await makeOneTimePassword();
  const id = randomUUID();
  await db().$transaction(async (tx) => {
    await requireLiveSession(tx, actor);
    await refuseTaken(tx, username, name);
    await insertUser(tx, { id, username, name, role, passwordHash, mustChangePassword: true });
    await recordAudit(tx, actor, {
      action: "people.created",
      target: personTarget({ id, name }),
      detail: { username, role },
    });
  });
  return { id, username, oneTimePassword };
}
