import { type DecodedRegistryConfig, type DecodeResult, decode } from "../decode";
import { readForLint } from "../lint/context";
import type { HostView, MirrorView, Value } from "../lint/view";
import type { Position, Range } from "../yaml/source";

export type FileView = {
  mirrors: ReadonlyMap<string, MirrorView>;
  hosts: ReadonlyMap<string, HostView>;
  range: (node: Value["slot"]["node"]) => Range;
};

export type SimulatedFile =
  | { ok: true; decoded: Extract<DecodeResult, { ok: true }>["result"]; view: FileView }
  | { ok: false; error: string; line: Position["line"] | null };

/** Any `user:password`; what it says is never asked for. */
const someLogin = "dXNlcjpwYXNzd29yZA==";

/** Stands for a text that is not shown: a reference to a stored credential, or a mask. */
const isHidden = ({ text, secret }: Value) => secret || /^[•*]+$/u.test(text);

/** A login that is not shown is taken for a good one. */
function withLogin(config: DecodedRegistryConfig, host: HostView): DecodedRegistryConfig {
  const value = host.auth?.values.auth;
  if (!(value && config.auth && isHidden(value))) return config;
  return { ...config, auth: { ...config.auth, auth: someLogin } };
}

/** A file whose secrets are placeholders, as K3s would read it with the secrets in their places. */
export function readSimulatedFile(text: string): SimulatedFile {
  const read = decode(text);
  if (!read.ok) return read;
  const reading = readForLint(text, undefined);
  if (!reading.ok) return { ok: false, error: "", line: null };
  const { context } = reading;
  const configs = Object.entries(read.result.configs ?? {}).map(([key, config]) => {
    const host = context.hosts.get(key);
    return [key, host ? withLogin(config, host) : config] as const;
  });
  return {
    ok: true,
    decoded: { ...read.result, configs: read.result.configs && Object.fromEntries(configs) },
    view: { mirrors: context.mirrors, hosts: context.hosts, range: (node) => context.range(node) },
  };
}
