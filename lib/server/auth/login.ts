import "server-only";
import { isAPIError } from "better-auth/api";
import { AppError } from "@/lib/domain/errors";
import type { Login } from "@/lib/domain/people/schema";
import { fail, ok, type Result } from "@/lib/domain/result";
import { recordAudit } from "@/lib/server/audit";
import { db, type Tx } from "@/lib/server/db/client";
import { type Actor, recognize, refuseToken } from "./actor";
import { auth } from "./better-auth";
import { beginAttempt, forgiveAttempt } from "./throttle";
import { readPasswordAge } from "./user-rows";

export type Visitor = { head: Headers; address: string | null; requestId: string };
type SignedIn = { user: { id: string; name: string; role: string }; cookies: string[] };

/** Whether the library says no; anything else it throws is a fault and goes on. */
const isRefusal = (error: unknown) => isAPIError(error) && error.statusCode >= 400 && error.statusCode < 500;

/** The answer of the library, or undefined when name or password is wrong. It hashes for unknown names, too. */
async function signIn({ username, password }: Login, head: Headers) {
  try {
    return await auth().api.signInUsername({
      body: { username: username.trim(), password },
      headers: head,
      returnHeaders: true,
    });
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
}

/** A typed name that nobody has may be a password typed into the wrong field, so it is not written down. */
async function recordRefusal(username: string, { address, requestId }: Visitor): Promise<void> {
  const user = await db().user.findUnique({ where: { username: username.trim().toLowerCase() } });
  const author = { userId: user?.id ?? null, name: user?.name ?? "unknown", address, requestId };
  await recordAudit(db(), author, { action: "session.created", result: "refused" });
}

type Ended = "loginFailed" | "oneTimePasswordOver";

/**
 * Why the password that was right just now lets nobody in; null where it does. It may be another one by now, whose change
 * ended the sessions of before and not this one.
 */
async function endOfPassword(tx: Tx, userId: string, began: Date): Promise<Ended | null> {
  const { storedAt, isOver } = await readPasswordAge(tx, userId, began);
  if (storedAt > began) return "loginFailed";
  return isOver ? "oneTimePasswordOver" : null;
}

/** Begins a session with a token of its own and ends the one this browser had. Tries are not counted here. */
export async function beginSession(input: Login, visitor: Visitor): Promise<Result<SignedIn, Ended>> {
  const { head, address, requestId } = visitor;
  const began = new Date();
  const answer = await signIn(input, head);
  if (!answer) return fail("loginFailed");
  const previous = await recognize(head, requestId, false);
  const { id, name, role } = await db().user.findUniqueOrThrow({ where: { id: answer.response.user.id } });
  const ended = await db().$transaction(async (tx) => {
    await tx.session.deleteMany({ where: { expiresAt: { lt: new Date() } } });
    const end = await endOfPassword(tx, id, began);
    if (end) await tx.session.deleteMany({ where: { token: answer.response.token } });
    if (end) return end;
    if (previous) await tx.session.deleteMany({ where: { token: previous.sessionToken } });
    await tx.user.update({ where: { id }, data: { lastLoginAt: new Date() } });
    await recordAudit(tx, { userId: id, name, address, requestId }, { action: "session.created" });
    return null;
  });
  return ended ? fail(ended) : ok({ user: { id, name, role }, cookies: answer.headers.getSetCookie() });
}

/** The same for who is not known yet: tries are counted, and refused ones are on the record. */
export async function login(input: Login, visitor: Visitor): Promise<SignedIn> {
  const attempt = await beginAttempt(input.username, visitor.address);
  const begun = await beginSession(input, visitor);
  if (!begun.ok) {
    await recordRefusal(input.username, visitor);
    throw new AppError("unauthenticated", begun.error, { params: { triesLeft: attempt.triesLeft } });
  }
  await forgiveAttempt(attempt);
  return begun.value;
}

/** Lets go on only who knows the own password; tries are counted like those of a login. */
export async function verifyOwnPassword(password: string, actor: Actor, head: Headers): Promise<void> {
  refuseToken(actor);
  const user = await db().user.findUniqueOrThrow({ where: { id: actor.userId } });
  const attempt = await beginAttempt(user.username ?? user.id, actor.address);
  try {
    await auth().api.verifyPassword({ body: { password }, headers: head });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    await recordAudit(db(), actor, { action: "password.checked", result: "refused" });
    throw new AppError("forbidden", "passwordWrong", { params: { triesLeft: attempt.triesLeft } });
  }
  await forgiveAttempt(attempt);
}

/** Remembers that the password was typed again just now, for what asks for it. */
export async function checkPassword(password: string, actor: Actor, head: Headers): Promise<void> {
  await verifyOwnPassword(password, actor, head);
  await db().$transaction(async (tx) => {
    if (actor.sessionId)
      await tx.session.update({ where: { id: actor.sessionId }, data: { passwordCheckedAt: new Date() } });
    await recordAudit(tx, actor, { action: "password.checked" });
  });
}
