import "server-only";
import { isAPIError } from "better-auth/api";
import { headers } from "next/headers";
import { AppError } from "@/lib/domain/errors";
import { pages } from "@/lib/domain/paths";
import { can, holds, type Permission, type Rights, type Role, readRole } from "@/lib/domain/people/roles";
import { isTokenScope, type TokenScope } from "@/lib/domain/tokens/scopes";
import type { Locale } from "@/lib/i18n/locales";
import { auth } from "./better-auth";
import { addressHeader, pathHeader, readerLocale, requestIdOf } from "./request-headers";
import { isSetUp } from "./setup-state";

/** Who acts, and in which request. By a token it is its owner, and the name tells of the token as well. */
export type Actor = {
  userId: string;
  name: string;
  role: Role;
  sessionId: string | null;
  token: { id: string; scopes: readonly TokenScope[] } | null;
  locale: Locale;
  address: string | null;
  requestId: string;
  passwordCheckedAt: Date | null;
  /** The password is one that somebody else has seen: until it is changed, nothing else goes. */
  mustChangePassword: boolean;
};

export type Recognized = { actor: Actor; sessionToken: string; cookies: string[] };

/** The session of these headers. The library refuses to answer when one ends in the moment it is prolonged: it is over. */
async function findSession(head: Headers, prolong: boolean) {
  try {
    return await auth().api.getSession({
      headers: head,
      query: { disableRefresh: !prolong },
      returnHeaders: true,
    });
  } catch (error) {
    if (isAPIError(error) && error.statusCode === 401) return undefined;
    throw error;
  }
}

/** Whose session these headers belong to, with the cookies that prolong the session when it is due; pages cannot set those. */
export async function recognize(
  head: Headers,
  requestId: string,
  prolong = true,
): Promise<Recognized | undefined> {
  const found = await findSession(head, prolong);
  const role = readRole(found?.response?.user.role);
  if (!found?.response || !role || found.response.user.disabledAt) return undefined;
  const { session, user } = found.response;
  const actor = {
    userId: user.id,
    name: user.name,
    role,
    sessionId: session.id,
    token: null,
    locale: readerLocale(head),
    address: head.get(addressHeader),
    requestId,
    passwordCheckedAt: session.passwordCheckedAt ?? null,
    mustChangePassword: user.mustChangePassword === true,
  };
  return { actor, sessionToken: session.token, cookies: found.headers.getSetCookie() };
}

/** For pages: who reads, if anyone is logged in. */
export async function findActor(): Promise<Actor | undefined> {
  const head = new Headers(await headers());
  return (await recognize(head, requestIdOf(head), false))?.actor;
}

/**
 * For pages: who reads; sends everybody else to the setup or to the login and back, and who must choose a password first
 * to where that is done.
 */
export async function requireActor(): Promise<Actor> {
  // Loaded here, as outside of Next's server bundle this module needs a browser's React.
  const { redirect } = await import("next/navigation");
  if (!(await isSetUp())) return redirect(pages.setup());
  const actor = await findActor();
  if (actor?.mustChangePassword) return redirect(pages.newPassword());
  if (actor) return actor;
  const path = (await headers()).get(pathHeader) ?? "/";
  return redirect(pages.login(path === "/" ? undefined : path));
}

export function authorize(actor: Rights, permission: Permission): void {
  if (holds(actor, permission)) return;
  const { role, token } = actor;
  if (token && !isTokenScope(permission)) throw new AppError("forbidden", "sessionNeeded");
  if (can(role, permission))
    throw new AppError("forbidden", "scopeMissing", { params: { scope: permission } });
  const [area = ""] = permission.split(":");
  throw new AppError("forbidden", "permissionMissing", { params: { role, area } });
}

/** For what would let a token outlive its end, or become more than it is: only a person at a browser may do that. */
export function refuseToken({ token }: Pick<Actor, "token">): void {
  if (token) throw new AppError("forbidden", "sessionNeeded");
}

/** Until a password that somebody else has seen is changed, its owner may do that and sign out. */
export function requireOwnPassword({ mustChangePassword }: Pick<Actor, "mustChangePassword">): void {
  if (mustChangePassword) throw new AppError("forbidden", "passwordChangeNeeded");
}

const recently = 5 * 60 * 1000;

/** For what shows secrets, gives power or takes an account away: the password was typed again within the last 5 minutes. */
export function requireRecentPassword(actor: Actor, now = new Date()): void {
  refuseToken(actor);
  const checked = actor.passwordCheckedAt?.getTime() ?? Number.NEGATIVE_INFINITY;
  if (now.getTime() - checked > recently) throw new AppError("forbidden", "passwordNeeded");
}
