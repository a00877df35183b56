import type { TestNode } from "@/tests/support/nodes/test-node";
import type { Asked, recorder } from "./recorder";
import type { lockedKeys, TypedSecret } from "./secrets";

export type Recorder = Awaited<ReturnType<typeof recorder>>;
export type Stage = {
  record: Recorder;
  typed: ReadonlyMap<TypedSecret, string>;
  keys: ReturnType<typeof lockedKeys>;
  node: TestNode;
  folder: string;
};

/** A field of an answer, as text. */
export const fieldOf = (value: unknown, name: string): string =>
  value instanceof Object && name in value ? String(Reflect.get(value, name)) : "";

/** Whoever enters secrets: with the cookie of a session, and a list of all that must be found nowhere. */
export function operator(stage: Stage) {
  const { record, typed } = stage;
  const secrets = new Map<string, string>(typed);
  const session = { cookie: "" };
  const withCookie = (asked: Asked): Asked => ({
    ...asked,
    headers: { cookie: session.cookie, ...asked.headers },
  });
  return {
    ...stage,
    secrets,
    session,
    secret: (name: TypedSecret): string => typed.get(name) ?? "",
    /** Does one thing that must go well. */
    async go(name: string, asked: Asked = {}): Promise<unknown> {
      const { status, value, text } = await record.ask(name, withCookie(asked));
      if (status >= 400) throw new Error(`${name} answers ${status}: ${text}`);
      return value;
    },
    /** Does what is answered with a secret, as it is meant to be. */
    goInSecret: (name: string, asked: Asked = {}) => record.askInSecret(name, withCookie(asked)),
    /** Goes on with another session. Its token alone opens nothing: the signature is made with a key that is sealed. */
    enterSession(owner: string, cookie: string): void {
      session.cookie = cookie;
      const [, signature = ""] = decodeURIComponent(cookie.slice(cookie.indexOf("=") + 1)).split(".");
      secrets.set(`signature of the session of ${owner}`, signature);
    },
  };
}

export type Operator = ReturnType<typeof operator>;
