import "server-only";
import * as z from "zod/mini";
import { type Asked, readAsked } from "@/lib/domain/registry-test/asked";
import type { Challenge } from "@/lib/domain/registry-test/challenge";
import type { Login } from "@/lib/domain/registry-test/login";
import { fault, type TestFault } from "@/lib/domain/registry-test/result";
import { fail, ok, type Result } from "@/lib/domain/result";
import { type Asking, ask } from "./ask";
import type { Answer } from "./exchange";

const tokenSchema = z.object({
  token: z.optional(z.string()),
  access_token: z.optional(z.string()),
});

/** A token goes into a header, so it holds nothing that could end one. */
const isToken = (text: string | undefined): text is string =>
  text !== undefined && /^[\x21-\x7e]+$/.test(text);

function readToken(answer: Answer, host: string): Result<string, TestFault> {
  try {
    const { token, access_token } = tokenSchema.parse(JSON.parse(answer.body ?? ""));
    const given = [access_token, token].find(isToken);
    if (given !== undefined) return ok(given);
  } catch {
    // What the server sent may hold anything, the token too, so nothing of it is kept.
  }
  return fail(fault("token-unreadable", { host }));
}

/** Where tokens are given. A password goes to another host, or on from TLS, only under TLS. */
function realmOf(challenge: Challenge, registry: Asked): Result<{ asked: Asked; url: URL }, TestFault> {
  const realm = challenge.params.get("realm") ?? "";
  const asked = readAsked(realm);
  if (!asked) return fail(fault("realm-refused", { host: "" }));
  const plainAsBefore = !registry.secure && asked.host === registry.host;
  if (!asked.secure && !plainAsBefore) return fail(fault("realm-refused", { host: asked.host }));
  return ok({ asked, url: new URL(realm) });
}

const basic = (username: string, password: string) =>
  `Basic ${Buffer.from(`${username}:${password}`, "utf8").toString("base64")}`;

/** What a refused POST may mean: registries that only know GET answer so (containerd core/remotes/docker/authorizer.go). */
const fallsBack = (status: number, login: Login) =>
  [400, 401, 404].includes(status) || (status === 405 && login.kind === "password");

type Granting = { asking: Asking; asked: Asked; challenge: Challenge; url: URL };

function postToken({ asking, asked, challenge, url }: Granting, login: Login) {
  const form = new URLSearchParams();
  form.set("client_id", "containerd-client");
  form.set("service", challenge.params.get("service") ?? "");
  const scope = challenge.params.get("scope");
  if (scope) form.set("scope", scope);
  if (login.kind === "identity-token") {
    form.set("grant_type", "refresh_token");
    form.set("refresh_token", login.token);
  } else {
    form.set("grant_type", "password");
    form.set("username", login.username);
    form.set("password", login.password);
  }
  return ask(asking, { asked: { ...asked, path: url.pathname + url.search }, form: form.toString() }, true);
}

function getToken({ asking, asked, challenge, url }: Granting, login: Login | null) {
  const wanted = new URL(url);
  for (const name of ["service", "scope"]) {
    const value = challenge.params.get(name);
    if (value) wanted.searchParams.append(name, value);
  }
  const at = { ...asked, path: wanted.pathname + wanted.search };
  if (login === null) return ask(asking, { asked: at }, true);
  const authorization =
    login.kind === "password" ? basic(login.username, login.password) : basic("", login.token);
  return ask(asking, { asked: at, authorization }, true);
}

/** With a secret, containerd first asks by POST as OAuth does, and by GET where that is not known. */
async function requestToken(granting: Granting, login: Login | null): Promise<Result<Answer, TestFault>> {
  if (login === null) return getToken(granting, null);
  const posted = await postToken(granting, login);
  if (posted.ok && fallsBack(posted.value.status, login)) return getToken(granting, login);
  return posted;
}

export type Granted = { token: string; host: string };

/** A token for the registry, with a login or without. */
export async function fetchToken(
  asking: Asking,
  { challenge, registry }: { challenge: Challenge; registry: Asked },
  login: Login | null,
): Promise<Result<Granted, TestFault>> {
  const realm = realmOf(challenge, registry);
  if (!realm.ok) return realm;
  const { host } = realm.value.asked;
  const answer = await requestToken({ asking, challenge, ...realm.value }, login);
  if (!answer.ok) return answer;
  const { status } = answer.value;
  if (status === 401 || status === 403) {
    return fail(login === null ? fault("login-needed", { host }) : fault("login-refused", { host, status }));
  }
  if (status !== 200) return fail(fault("token-refused", { host, status }));
  const token = readToken(answer.value, host);
  return token.ok ? ok({ token: token.value, host }) : token;
}

export const basicLogin = (login: Extract<Login, { kind: "password" }>) =>
  basic(login.username, login.password);
