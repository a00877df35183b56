import { type Decoded, decode } from "@/lib/domain/registries/decode";
import { explain } from "@/lib/domain/registries/explain/explain";
import type { Assumption, Attempt, ExplainResult } from "@/lib/domain/registries/explain/explanation";
import type { Target } from "@/lib/domain/registries/target";
import type { Authorities } from "./authorities";
import type { Login, Registry, Server } from "./behaviour";
import { manifest } from "./image";
import type { GivenLogin } from "./login";
import { fileOf, type PullCase } from "./pull-case";
import type { Release } from "./release";

/** What explain says a pull does, given how each server behaves. */
export type Prediction = {
  /** HEAD requests for the manifest in the order in which containerd sets out to make them. */
  asked: string[];
  /** Those of them that a server understands, by its scheme, with the client certificate shown. */
  served: string[];
  /** Each login that is shown, at which place. */
  logins: string[];
  result: ExplainResult;
};

type World = { servers: PullCase["servers"]; authorities: Authorities; logins: LoginOf };
type LoginOf = (attempt: Attempt) => GivenLogin | null;

const placeOf = (url: string): string => {
  const { protocol, hostname, port } = new URL(url);
  return `${hostname}:${port || (protocol === "https:" ? "443" : "80")}`;
};

export const sayLogin = (place: string, given: GivenLogin): string => `${place} ${JSON.stringify(given)}`;

/** The values behind the name of a credential; explain itself tells none. */
function loginOf(configs: Decoded["configs"], pod: PullCase["pod"]): LoginOf {
  return ({ credential }) => {
    if (credential === null) return null;
    if (credential.source === "pod") return pod ? { kind: "password", ...pod } : null;
    const auth = configs?.[credential.key]?.auth;
    if (!auth)
      throw new Error(`explain names a credential of ${credential.key}, which the file does not have`);
    if (credential.kind === "invalid") return null;
    if (credential.kind === "identity-token") return { kind: "identity-token", token: auth.identitytoken };
    const [username = "", password = ""] =
      credential.kind === "auth" ? atob(auth.auth).split(":") : [auth.username, auth.password];
    return { kind: "password", username, password };
  };
}

function isAccepted(login: Login, given: GivenLogin | null): boolean {
  if (given === null) return login.scheme === "bearer" && login.anonymous;
  if (given.kind === "identity-token")
    return login.scheme === "bearer" && given.token === login.identityToken;
  return given.kind === "password" && given.username === login.username && given.password === login.password;
}

function isTrusted({ tls }: Attempt, { signer, wantsClient }: Registry, { caFile }: Authorities): boolean {
  const known = signer === "public" || (signer === "corp" && tls.ca === caFile);
  return (tls.mode === "unverified" || known) && (!wantsClient || tls.client !== null);
}

function connectionFault(attempt: Attempt, server: Server, authorities: Authorities): Assumption | null {
  const secure = attempt.tls.mode !== "plain";
  if (server.speaks === "nothing") return "refused";
  if (server.speaks === "nonsense") return secure ? "tls" : "refused";
  if (server.speaks === "http") return secure ? "tls" : null;
  if (!secure) return "refused";
  return isTrusted(attempt, server, authorities) ? null : "tls";
}

/** Every registry has one image under all names and tags, and so under one digest. */
const lacks = (url: string) => {
  const object = new URL(url).pathname.split("/").at(-1) ?? "";
  return object.includes(":") && object !== manifest.digest;
};

const isRegistry = (server: Server): server is Registry => "login" in server;

/** The word of `assume` for what a server does with an attempt. */
function assumptionFor(attempt: Attempt, { servers, authorities, logins }: World): Assumption {
  const server = servers[placeOf(attempt.url)];
  if (server === undefined) return "refused";
  const fault = connectionFault(attempt, server, authorities);
  if (fault !== null || !isRegistry(server)) return fault ?? "refused";
  if (server.login && !isAccepted(server.login, logins(attempt))) return "401";
  const answers = lacks(attempt.url) ? 404 : server.answers;
  if (answers === 401 || answers === 403 || answers === 404) return `${answers}`;
  return answers === 200 || answers === "web-page" ? "ok" : "5xx";
}

type Visit = { attempt: Attempt; answer: Assumption; again: boolean };

/** The attempts that are made: all until one works, and the second in plain http only where TLS was not spoken. */
function visitsOf(
  attempts: readonly Attempt[],
  answers: readonly Assumption[],
  httpsFirst: boolean,
): Visit[] {
  const visits: Visit[] = [];
  for (const [index, attempt] of attempts.entries()) {
    const { code } = attempt.reason;
    const before = visits.at(-1);
    if (before?.answer === "ok") break;
    if (code === "https-first" && !httpsFirst) continue;
    if (code === "http-fallback" && httpsFirst && before?.answer !== "tls") continue;
    visits.push({
      attempt,
      answer: answers[index] ?? "refused",
      again: code === "http-fallback" && httpsFirst,
    });
  }
  return visits;
}

/** The second of two attempts at one host is made within the first, and containerd tells nothing of it. */
const isAsked = ({ again }: Visit) => !again;

function loginSaid({ attempt }: Visit, { servers, logins }: World): string[] {
  const place = placeOf(attempt.url);
  const server = servers[place];
  const login = server && isRegistry(server) ? server.login : null;
  if (login === null) return [];
  const given = logins(attempt);
  if (given !== null)
    return login.scheme === "basic" && given.kind !== "password" ? [] : [sayLogin(place, given)];
  const silent = login.scheme === "basic" || attempt.credential !== null;
  return silent ? [] : [sayLogin(place, { kind: "anonymous" })];
}

const isServed = ({ answer }: Visit) => answer !== "refused" && answer !== "tls";

function servedText({ attempt: { url, tls } }: Visit, { servers }: World): string {
  const server = servers[placeOf(url)];
  const shown = server && isRegistry(server) && server.wantsClient && tls.client !== null;
  return shown ? `${url} as corp-client` : url;
}

/** Before 1.7 containerd asked an http host in plain http alone, whatever its TLS settings. K3s carries 1.7 and later. */
const triesHttpsFirst = ({ version }: Release) => version >= 1.7;

type Stage = { target: Target; release: Release; authorities: Authorities };

export function predict(given: PullCase, { target, release, authorities }: Stage): Prediction {
  const decoded = decode(fileOf(given, authorities));
  if (!decoded.ok) throw new Error(decoded.error);
  const question = { decoded: decoded.result, image: given.image, target };
  const { attempts } = explain({ ...question, assume: {} });
  const logins = loginOf(decoded.result.configs, given.pod);
  const world = { servers: given.servers, authorities, logins };
  const answers = attempts.map((attempt) => assumptionFor(attempt, world));
  const assume = Object.fromEntries(answers.map((answer, index) => [String(index + 1), answer]));
  const visits = visitsOf(attempts, answers, triesHttpsFirst(release));
  return {
    asked: [...visits.filter(isAsked).map(({ attempt }) => attempt.url), ...(given.unpatched ?? [])],
    served: visits.filter(isServed).map((visit) => servedText(visit, world)),
    logins: visits.filter(isServed).flatMap((visit) => loginSaid(visit, world)),
    result: explain({ ...question, assume }).result,
  };
}
