import { hubHost } from "../checks/endpoint-url";
import { normalizeEndpoint } from "../containerd/endpoint";
import type { AuthView, MirrorView, Path, TlsView, Value } from "../lint/view";
import { readBase } from "./base";
import type { Attempt, Explanation } from "./explanation";
import type { FileView } from "./simulated-file";

/** Where something stands in the file: the keys that lead to it, and its lines from 1. */
export type Place = { path: Path; line: number; last: number };

export type CredentialPlace = Place & {
  /** Slugs of the stored credentials it refers to. */
  slugs: readonly string[];
  /** Null where it is not written into the file. */
  username: string | null;
};

/** The lines that decide about an attempt. Null where nothing of the file does. */
export type AttemptPlaces = {
  endpoint: Place | null;
  rewrite: Place | null;
  tls: Place | null;
  credential: CredentialPlace | null;
};

type Slot = Value["slot"];

function placeOf(view: FileView, slot: Slot, path: Path): Place {
  const { line } = view.range(slot.key ?? slot.node).start;
  const { end } = view.range(slot.node);
  // What ends before the first column of a line does not reach into it.
  const last = end.column === 1 ? end.line - 1 : end.line;
  return { path, line, last: Math.max(line, last) };
}

/** The entry that decides: its line alone, as it may be long. */
export function entryPlace({ entry }: Explanation, view: FileView): Place | null {
  const found = entry && (view.mirrors.get(entry.key) ?? view.hosts.get(entry.key));
  if (!found) return null;
  const place = placeOf(view, found.slot, found.path);
  return { ...place, last: place.line };
}

const withoutScheme = (url: string) => url.replace(/^[^/]*\/\//, "");

/** Finds the endpoint a request goes to where its reason does not number it. */
function endpointByUrl(attempt: Attempt, mirror: MirrorView | undefined): Value | undefined {
  const sent = withoutScheme(attempt.url);
  const fitting = (mirror?.endpoints ?? []).flatMap((value) => {
    const address = normalizeEndpoint(value.text, ":");
    const base = address && readBase(address.url, address.override);
    const start = base && `${base.host}${base.path}/`;
    return start && sent.startsWith(start) ? [{ value, length: start.length }] : [];
  });
  const longest = Math.max(0, ...fitting.map(({ length }) => length));
  return fitting.find(({ length }) => length === longest)?.value;
}

function endpointOf(attempt: Attempt, key: string, view: FileView): Value | undefined {
  const { code, params } = attempt.reason;
  if (code === "https-first" || code === "http-fallback")
    return endpointByUrl(attempt, view.mirrors.get(key));
  const position = Number(params["position"] ?? 0);
  return view.mirrors.get(String(params["key"] ?? ""))?.endpoints[position - 1];
}

const isRuntime = ({ reason }: Attempt) => reason.code.startsWith("runtime-");

const hubNames = ["docker.io", "index.docker.io"];

/** RKE2's own puller looks for rewrites under the registry's names, not under the key it took the endpoints from. */
function rewritesOf(attempt: Attempt, key: string, view: FileView): MirrorView["rewrites"] {
  if (!isRuntime(attempt)) return view.mirrors.get(key)?.rewrites ?? [];
  const registry = attempt.namespace ?? "";
  const names = hubNames.includes(registry) ? ["index.docker.io", "docker.io"] : [registry];
  const found = [...names, "*"].find((name) => view.mirrors.has(name));
  return view.mirrors.get(found ?? "")?.rewrites ?? [];
}

/** Keys of `configs` that TLS settings of a request may come from. */
function tlsKeys(attempt: Attempt): string[] {
  const [host = ""] = withoutScheme(attempt.url).split("/", 1);
  const names = [hubHost, "index.docker.io"].includes(host) ? [host, "docker.io"] : [host];
  return isRuntime(attempt) || attempt.reason.code === "wildcard-settings" ? [...names, "*"] : names;
}

const textOf = (value: Value | undefined) => value?.text ?? "";

/** Whether a block says what is in force, so that no other one is shown for it. */
function fits({ files, skipsVerify }: TlsView, { mode, ca, client }: Attempt["tls"]): boolean {
  if (ca === null && client === null) return mode === "unverified" && skipsVerify !== null;
  return (
    textOf(files.ca_file) === (ca ?? "") &&
    textOf(files.cert_file) === (client?.cert ?? "") &&
    textOf(files.key_file) === (client?.key ?? "")
  );
}

function tlsPlace(attempt: Attempt, view: FileView): Place | null {
  const blocks = tlsKeys(attempt).flatMap((key) => view.hosts.get(key)?.tls ?? []);
  const block = attempt.tls.mode === "plain" ? undefined : blocks.find((each) => fits(each, attempt.tls));
  return block ? placeOf(view, block.slot, block.path) : null;
}

const slugOf = ({ text, secret }: Value) =>
  secret ? (/^\{\{secret:([^.]+)\./.exec(text)?.[1] ?? null) : null;

function credentialPlace({ values, slot, path }: AuthView, view: FileView): CredentialPlace {
  const slugs = Object.values(values).flatMap((value) => slugOf(value) ?? []);
  const { username } = values;
  const shown = username && !username.secret && username.text !== "" ? username.text : null;
  return { ...placeOf(view, slot, path), slugs: [...new Set(slugs)], username: shown };
}

export function attemptPlaces(attempt: Attempt, { entry }: Explanation, view: FileView): AttemptPlaces {
  const key = entry?.key ?? "";
  const endpoint = endpointOf(attempt, key, view);
  const pattern = attempt.rewrite?.pattern;
  const rewrite = rewritesOf(attempt, key, view).find((rule) => rule.pattern === pattern);
  const { credential } = attempt;
  const auth = credential?.source === "file" ? view.hosts.get(credential.key)?.auth : null;
  return {
    endpoint: endpoint ? placeOf(view, endpoint.slot, endpoint.path) : null,
    rewrite: rewrite ? placeOf(view, rewrite.slot, rewrite.path) : null,
    tls: tlsPlace(attempt, view),
    credential: auth ? credentialPlace(auth, view) : null,
  };
}

/** Numbers of all lines that decide about the pull. */
export function decidingLines(places: readonly (Place | null)[]): ReadonlySet<number> {
  const lines = places.flatMap((place) =>
    place ? Array.from({ length: place.last - place.line + 1 }, (_, index) => place.line + index) : [],
  );
  return new Set(lines);
}
