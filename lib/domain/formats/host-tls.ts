import { hubHost } from "@/lib/domain/registries/checks/endpoint-url";
import type { FileValue, Tls } from "@/lib/domain/registries/schema";
import type { Collector } from "./collector";
import type { RowCode } from "./outcomes";
import { isLine, ownValue, type Path, type Values } from "./values";

/** The key of `configs` for an address: Docker Hub's settings stand where logins are found too. */
export const configKey = (host: string): string => (host === "docker.io" ? hubHost : host);

type Said = [path: Path, code: RowCode, params?: { count: number } | { wanted: string }];
type Reading = { tls: Partial<Tls>; said: Said[] };

/**
 * TLS settings as hosts.toml has them (containerd core/remotes/docker/config/hosts.go, parseHostConfig), for the
 * registry host they belong to.
 */
export function readHostTls(collector: Collector, at: { path: Path; table: Values; host: string }): void {
  const { path, table, host } = at;
  const reading: Reading = { tls: {}, said: [] };
  readCa(reading, [...path, "ca"], ownValue(table, "ca"));
  readClient(reading, [...path, "client"], ownValue(table, "client"));
  readSkip(reading, [...path, "skip_verify"], ownValue(table, "skip_verify"));
  if (Object.keys(reading.tls).length > 0 && !collector.setTls(path, host, reading.tls)) return;
  for (const [place, code, params] of reading.said) collector.say(place, code, { host, ...params });
}

const file = (path: string): FileValue => ({ kind: "path", path });

/** K3s writes the path as it is; containerd would look for a relative one beside the hosts.toml of K3s. */
const codeOf = (path: string): RowCode => (path.startsWith("/") ? "tls-file" : "relative-path");

function readCa({ tls, said }: Reading, path: Path, value: unknown): void {
  if (value === undefined) return;
  const list: unknown[] = Array.isArray(value) ? value : [value];
  const [first] = list;
  if (first === undefined) said.push([path, "nothing-said"]);
  else if (typeof first !== "string") said.push([path, "wrong-type", { wanted: "text" }]);
  else if (!isLine(first)) said.push([path, "unusable-text"]);
  else {
    tls.ca_file = file(first);
    said.push(list.length > 1 ? [path, "first-file", { count: list.length }] : [path, codeOf(first)]);
  }
}

/** One file with certificate and key, a list of such files, or a list of pairs. K3s has one pair. */
function readClient({ tls, said }: Reading, path: Path, value: unknown): void {
  if (value === undefined) return;
  const list: unknown[] = Array.isArray(value) ? value : [value];
  if (list.length === 0) {
    said.push([path, "nothing-said"]);
    return;
  }
  const pair = clientPair(list[0]);
  if (pair === null) said.push([path, "wrong-type", { wanted: "text" }]);
  else if (!pair.every((each) => isLine(each))) said.push([path, "unusable-text"]);
  else {
    tls.cert_file = file(pair[0]);
    tls.key_file = file(pair[1]);
    const code = pair.every((each) => each.startsWith("/")) ? "tls-file" : "relative-path";
    said.push(list.length > 1 ? [path, "first-file", { count: list.length }] : [path, code]);
  }
}

/** Without a name of its own, the key stands in the file of the certificate. */
function clientPair(first: unknown): [cert: string, key: string] | null {
  const pair: unknown[] = Array.isArray(first) ? first : [first, ""];
  const [cert, key] = pair;
  if (pair.length !== 2 || typeof cert !== "string" || typeof key !== "string" || cert === "") return null;
  return [cert, key === "" ? cert : key];
}

function readSkip({ tls, said }: Reading, path: Path, value: unknown): void {
  if (value === undefined) return;
  if (typeof value !== "boolean") {
    said.push([path, "wrong-type", { wanted: "boolean" }]);
    return;
  }
  if (value) tls.insecure_skip_verify = true;
  said.push([path, value ? "skip-verify" : "nothing-said"]);
}
