import "server-only";
import { randomUUID } from "node:crypto";
import { type Locale, localeCookie, matchLocale } from "@/lib/i18n/locales";

/** Set by us at the edge of the process on every request, so a client's own value never arrives. */
export const addressHeader = "x-pullpath-address";
export const pathHeader = "x-pullpath-path";
export const requestIdHeader = "x-request-id";

/** The value of a cookie; undefined when it is absent or not decodable. */
function readCookie(head: Headers, name: string): string | undefined {
  const pair = (head.get("cookie") ?? "").split(/;\s*/).find((part) => part.startsWith(`${name}=`));
  return pair && /^[\w.~%-]*$/.test(pair.slice(name.length + 1)) ? pair.slice(name.length + 1) : undefined;
}

export const readerLocale = (head: Headers): Locale =>
  matchLocale(readCookie(head, localeCookie), head.get("accept-language"));

const given = /^[\w-]{8,64}$/;

/** The id a proxy gave this request, or a new one. */
export function requestIdOf(head: Headers): string {
  const id = head.get(requestIdHeader) ?? "";
  return given.test(id) ? id : randomUUID();
}
