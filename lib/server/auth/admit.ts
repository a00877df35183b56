import "server-only";
import { AppError } from "@/lib/domain/errors";
import { type Actor, recognize } from "./actor";
import { addressHeader } from "./request-headers";
import { countWrongToken } from "./throttle";
import { findTokenActor, tokenIn } from "./token-actor";
import { isTokenText } from "./token-text";

type Admitted = { actor: Actor; cookies: string[] };

/** Who sent these headers. A token is judged by itself: a cookie beside it is not looked at. */
export async function identify(
  head: Headers,
  requestId: string,
  prolong: boolean,
): Promise<Admitted | undefined> {
  const token = tokenIn(head);
  if (token === undefined) return recognize(head, requestId, prolong);
  const actor = await findTokenActor(token, head, requestId);
  return actor && { actor, cookies: [] };
}

/** The same, for what is refused to everybody who is not known. */
export async function admit(head: Headers, requestId: string, prolong: boolean): Promise<Admitted> {
  const known = await identify(head, requestId, prolong);
  if (known) return known;
  const token = tokenIn(head);
  if (token === undefined) throw new AppError("unauthenticated", "loginNeeded");
  // What is no token at all costs no write: anybody can send it, as fast as they like.
  if (isTokenText(token)) await countWrongToken(head.get(addressHeader));
  throw new AppError("unauthenticated", "tokenInvalid");
}
