import type { Auth, Tls } from "@/lib/domain/registries/schema";
import type { Collector } from "./collector";
import type { RowCode } from "./outcomes";
import { isLine, isText, type Path, type Values } from "./values";

type HostTable = { host: string; table: Values };
type Rows = [path: Path, code: RowCode][];

const authKeys: Readonly<Record<string, keyof Omit<Auth, "extras">>> = {
  username: "username",
  password: "password",
  auth: "auth",
  identitytoken: "identity_token",
};

/** The login of a host, with what is to be said of each key once it is set. */
export function readAuth(collector: Collector, path: Path, { host, table }: HostTable): void {
  const auth: Partial<Auth> = {};
  const rows: Rows = Object.entries(table).map(([key, value]) => {
    const field = Object.hasOwn(authKeys, key) ? authKeys[key] : undefined;
    const refused = refusal(field, value, isText);
    if (refused !== null) return [[...path, key], refused];
    if (field !== undefined) auth[field] = { kind: "text", text: String(value) };
    return [[...path, key], key === "identitytoken" ? "identity-token" : "login"];
  });
  const isSet = Object.keys(auth).length === 0 || collector.setAuth(path, host, auth);
  if (isSet) for (const [at, code] of rows) collector.say(at, code, { host, wanted: "text" });
}

const fileKeys = ["ca_file", "cert_file", "key_file"] as const;

/** The TLS settings of a host in containerd's configuration before version 2.2. */
export function readTls(collector: Collector, path: Path, { host, table }: HostTable): void {
  const tls: Partial<Tls> = {};
  const rows: Rows = Object.entries(table).map(([key, value]) => {
    if (key === "insecure_skip_verify") return [[...path, key], readSkipVerify(tls, value)];
    const field = fileKeys.find((each) => each === key);
    const refused = refusal(field, value, (text) => isLine(text));
    if (refused !== null) return [[...path, key], refused];
    if (field !== undefined) tls[field] = { kind: "path", path: String(value) };
    return [[...path, key], String(value).startsWith("/") ? "tls-file" : "relative-path"];
  });
  const isSet = Object.keys(tls).length === 0 || collector.setTls(path, host, tls);
  if (isSet) for (const [at, code] of rows) collector.say(at, code, { host, wanted: "text" });
}

function readSkipVerify(tls: Partial<Tls>, value: unknown): RowCode {
  if (typeof value !== "boolean") return "wrong-type";
  if (value) tls.insecure_skip_verify = true;
  return value ? "skip-verify" : "nothing-said";
}

/** Why a value goes nowhere, or null where it is taken. */
function refusal(field: string | undefined, value: unknown, fits: (text: string) => boolean): RowCode | null {
  if (field === undefined) return "unknown-key";
  if (typeof value !== "string") return "wrong-type";
  if (value === "") return "nothing-said";
  return fits(value) ? null : "unusable-text";
}
