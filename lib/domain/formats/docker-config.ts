import type { Auth } from "@/lib/domain/registries/schema";
import { Collector, type Conversion } from "./collector";
import { loginHost, splitAuth } from "./logins";
import type { RowCode } from "./outcomes";
import { isTable, isText, ownValue, type Path, type Values } from "./values";

/** Docker's `config.json` (docker/cli, cli/config/configfile/file.go). `path` is where it stands in another file. */
export function fromDockerConfig(file: Values, path: Path = []): Conversion {
  const collector = new Collector();
  for (const [key, value] of Object.entries(file)) readKey(collector, { path: [...path, key], key, value });
  return collector.finish();
}

/** The older form without a key around the logins (Kubernetes, type kubernetes.io/dockercfg). */
export function fromDockerLogins(logins: Values, path: Path): Conversion {
  const collector = new Collector();
  readLogins(collector, path, logins);
  return collector.finish();
}

type Entry = { path: Path; key: string; value: unknown };

const simple: Readonly<Record<string, RowCode>> = {
  credsStore: "credential-store",
  HttpHeaders: "headers",
  proxies: "proxy",
};

function readKey(collector: Collector, { path, key, value }: Entry): void {
  if (key === "auths") readLogins(collector, path, value);
  else if (key === "credHelpers") readHelpers(collector, path, value);
  else collector.say(path, (Object.hasOwn(simple, key) ? simple[key] : undefined) ?? "client-setting");
}

function readHelpers(collector: Collector, path: Path, value: unknown): void {
  eachEntry(collector, { path, value }, (host, helper) => {
    const name = typeof helper === "string" && /^[\w.-]{1,64}$/.test(helper) ? helper : "?";
    collector.say([...path, host], "credential-helper", { helper: `docker-credential-${name}` });
  });
}

function readLogins(collector: Collector, path: Path, value: unknown): void {
  eachEntry(collector, { path, value }, (key, login) => {
    const at = [...path, key];
    if (!isTable(login)) collector.say(at, "wrong-type", { wanted: "table" });
    else if (key.includes("*")) collector.say(at, "glob");
    else readLogin(collector, { path: at, key, login });
  });
}

type Read = (key: string, value: unknown) => void;

function eachEntry(collector: Collector, { path, value }: { path: Path; value: unknown }, read: Read): void {
  if (!isTable(value)) {
    collector.say(path, "wrong-type", { wanted: "table" });
    return;
  }
  const entries = Object.entries(value);
  if (entries.length === 0) collector.say(path, "nothing-said");
  for (const [key, entry] of entries) read(key, entry);
}

type Found = { auth: Partial<Auth>; rows: [key: string, code: RowCode][] };

function readLogin(collector: Collector, given: { path: Path; key: string; login: Values }): void {
  const { path, key, login } = given;
  const { host, code } = loginHost(key);
  const { auth, rows } = authOf(login);
  const taken = Object.keys(auth).length > 0;
  if (!taken && rows.length === 0) collector.say(path, "login-elsewhere");
  if (taken && !collector.setAuth(path, host, auth)) return;
  if (taken && code !== null) collector.say(path, code, { host });
  for (const [field, row] of rows) collector.say([...path, field], row, { host });
}

const ignored: Readonly<Record<string, RowCode>> = {
  email: "email",
  serveraddress: "nothing-said",
  registrytoken: "registry-token",
};

/**
 * Docker takes user name and password out of `auth` and lets them replace those beside it. A token for renewal wins
 * over both in Docker; containerd would take the user name first, so with a token nothing else is kept.
 */
function authOf(login: Values): Found {
  const found: Found = { auth: {}, rows: [] };
  const token = textOf(login, "identitytoken");
  for (const [field, value] of Object.entries(login)) {
    const row = rowOf(field, value, token !== null);
    if (row !== null) found.rows.push([field, row]);
  }
  return { ...found, auth: token === null ? loginOf(login) : { identity_token: token } };
}

function loginOf(login: Values): Partial<Auth> {
  const auth = textOf(login, "auth");
  const split = auth && splitAuth(auth.text);
  const username = split ? usable(split.username) : textOf(login, "username");
  const password = split ? usable(split.password) : textOf(login, "password");
  return {
    ...(username && { username }),
    ...(password && { password }),
    ...(auth && split === null && { auth }),
  };
}

const usable = (text: string) => (text !== "" && isText(text) ? ({ kind: "text", text } as const) : null);

function textOf(login: Values, field: string) {
  const value = ownValue(login, field);
  return typeof value === "string" ? usable(value) : null;
}

function rowOf(field: string, value: unknown, hasToken: boolean): RowCode | null {
  if (Object.hasOwn(ignored, field)) return ignored[field] ?? null;
  if (!["auth", "username", "password", "identitytoken"].includes(field)) return "unknown-key";
  if (typeof value !== "string") return "wrong-type";
  if (value === "") return null;
  if (!isText(value)) return "unusable-text";
  if (field === "identitytoken") return "identity-token";
  if (hasToken) return "token-wins";
  if (field !== "auth") return "login";
  return splitAuth(value) === null ? "login" : "login-decoded";
}
