import type { Binding } from "./bind";
import type { Cell, StructCell } from "./cell";
import { type Reading, readText } from "./reading";

export interface DecodedMirror {
  endpoint: string[] | null;
  rewrite: Record<string, string> | null;
}

export interface DecodedAuth {
  username: string;
  password: string;
  auth: string;
  identitytoken: string;
}

export interface DecodedTls {
  ca_file: string;
  cert_file: string;
  key_file: string;
  insecure_skip_verify: boolean;
}

export interface DecodedRegistryConfig {
  auth: DecodedAuth | null;
  tls: DecodedTls | null;
}

/** What K3s holds in memory after reading the file. */
export interface Decoded {
  mirrors: Record<string, DecodedMirror> | null;
  configs: Record<string, DecodedRegistryConfig> | null;
  auths: Record<string, DecodedAuth> | null;
}

export type DecodeResult =
  | { ok: true; result: Decoded }
  | {
      ok: false;
      /** yaml.v2's own words. */
      error: string;
      /** The first line those words name. */
      line: number | null;
    };

/** The text of yaml.v2's error for values that do not fit their types (v2.4.0, yaml.go, TypeError). */
export const faultText = (faults: Binding["faults"]) =>
  `yaml: unmarshal errors:\n  ${faults.map((fault) => fault.message).join("\n  ")}`;

/** Reads a `registries.yaml` exactly as K3s does: yaml.v2 v2.4.0, not strict, into wharfie's types. */
export const decode = (text: string): DecodeResult => decodeReading(readText(text));

export function decodeReading(reading: Reading): DecodeResult {
  if (reading.ok) return { ok: true, result: toDecoded(reading.binding.cell) };
  const { failure, faults } = reading;
  if (failure !== null) return { ok: false, error: failure.message, line: failure.line };
  return { ok: false, error: faultText(faults), line: faults[0]?.line ?? null };
}

const textOf = (cell: Cell | undefined) => (cell?.kind === "string" ? cell.text : "");

function listOf(cell: Cell | undefined): string[] | null {
  if (cell?.kind !== "list" || cell.items === null) return null;
  return cell.items.map((item) => textOf(item.cell ?? undefined));
}

function mapOf<Value>(cell: Cell | undefined, read: (entry: Cell) => Value): Record<string, Value> | null {
  if (cell?.kind !== "map" || cell.entries === null) return null;
  // `fromEntries` makes own properties of all names, `__proto__` too.
  return Object.fromEntries(
    Array.from(cell.entries.values(), ({ name, cell: entry }) => [name, read(entry ?? cell)]),
  );
}

function structOf<Value>(cell: Cell | undefined, read: (struct: StructCell) => Value): Value | null {
  const struct = cell?.kind === "pointer" ? cell.to : cell;
  return struct?.kind === "struct" ? read(struct) : null;
}

function toMirror({ fields }: StructCell): DecodedMirror {
  return { endpoint: listOf(fields.get("endpoint")), rewrite: mapOf(fields.get("rewrite"), textOf) };
}

function toAuth({ fields }: StructCell): DecodedAuth {
  return {
    username: textOf(fields.get("username")),
    password: textOf(fields.get("password")),
    auth: textOf(fields.get("auth")),
    identitytoken: textOf(fields.get("identity_token")),
  };
}

function toTls({ fields }: StructCell): DecodedTls {
  const verify = fields.get("insecure_skip_verify");
  return {
    ca_file: textOf(fields.get("ca_file")),
    cert_file: textOf(fields.get("cert_file")),
    key_file: textOf(fields.get("key_file")),
    insecure_skip_verify: verify?.kind === "bool" && verify.value,
  };
}

const emptyAuth: DecodedAuth = { username: "", password: "", auth: "", identitytoken: "" };

function toDecoded({ fields }: StructCell): Decoded {
  return {
    mirrors: mapOf(
      fields.get("mirrors"),
      (cell) => structOf(cell, toMirror) ?? { endpoint: null, rewrite: null },
    ),
    configs: mapOf(fields.get("configs"), (cell) => ({
      auth: structOf(cell, (config) => structOf(config.fields.get("auth"), toAuth)),
      tls: structOf(cell, (config) => structOf(config.fields.get("tls"), toTls)),
    })),
    auths: mapOf(fields.get("auths"), (cell) => structOf(cell, toAuth) ?? emptyAuth),
  };
}
