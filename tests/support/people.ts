import { PUT as changeOwn } from "@/app/api/v1/password/route";
import { PUT as disable } from "@/app/api/v1/people/[id]/disabled/route";
import { POST as reset } from "@/app/api/v1/people/[id]/password/route";
import { PUT as changeRole } from "@/app/api/v1/people/[id]/role/route";
import { DELETE as remove } from "@/app/api/v1/people/[id]/route";
import { POST as create, GET as list } from "@/app/api/v1/people/route";
import { POST as logIn } from "@/app/api/v1/sessions/route";
import type { AuditAction } from "@/lib/domain/audit/actions";
import type { Role } from "@/lib/domain/people/roles";
import { db } from "@/lib/server/db/client";
import { apiRequest, sessionCookie } from "./actors";

/** Good against every rule, and nobody's name is in it. */
export const ownPassword = "violet-harbour-19-pines";

export const reasonOf = async (answer: Response): Promise<unknown[]> => [
  answer.status,
  answer.status < 400 ? null : (await answer.json()).error.reason,
];

/** An administrator who has just entered the password again. */
export const trusted = () => sessionCookie("admin", { passwordCheckedAt: new Date() });

const at = (id: string) => ({ params: Promise.resolve({ id }) });
const request = (cookie: string, method: string, body?: unknown) =>
  apiRequest("/api/v1/x", { method, body, headers: { cookie } });

/** The routes of people, each called with a cookie. */
export const people = {
  list: async (cookie: string) => list(request(cookie, "GET")),
  create: async (cookie: string, body: unknown) => create(request(cookie, "POST", body)),
  role: async (cookie: string, id: string, role: Role) =>
    changeRole(request(cookie, "PUT", { role }), at(id)),
  disable: async (cookie: string, id: string, disabled = true) =>
    disable(request(cookie, "PUT", { disabled }), at(id)),
  reset: async (cookie: string, id: string) => reset(request(cookie, "POST"), at(id)),
  remove: async (cookie: string, id: string) => remove(request(cookie, "DELETE"), at(id)),
  changeOwn: async (cookie: string, body: unknown) => changeOwn(request(cookie, "PUT", body)),
  logIn: async (username: string, password: string) =>
    logIn(apiRequest("/api/v1/sessions", { method: "POST", body: { username, password } })),
};

export const cookieOf = (answer: Response): string => answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";

type Added = { id: string; oneTimePassword: string };

export async function added(username: string, role: Role, displayName = ""): Promise<Added> {
  const answer = await people.create(await trusted(), { username, displayName, role });
  if (answer.status !== 201) throw new Error(await answer.text());
  return answer.json();
}

/** Somebody who has chosen a password already, with the cookie of a session. */
export async function settled(username: string, role: Role): Promise<{ id: string; cookie: string }> {
  const { id, oneTimePassword } = await added(username, role);
  const cookie = cookieOf(await people.logIn(username, oneTimePassword));
  const changed = await people.changeOwn(cookie, { current: oneTimePassword, password: ownPassword });
  return { id, cookie: cookieOf(changed) };
}

let before = 0;

/** Nobody is left but those whom a test adds. Events stay, since they cannot be deleted: `recorded` tells of later ones. */
export async function startAnew(): Promise<void> {
  await db().user.deleteMany();
  await db().loginThrottle.deleteMany();
  before = (await db().auditEvent.findFirst({ orderBy: { id: "desc" } }))?.id ?? 0;
}

/** What the audit log tells since the test began, or what of it is of one action. */
export const recorded = (action?: AuditAction) =>
  db().auditEvent.findMany({ where: { id: { gt: before }, ...(action && { action }) } });
