import fc from "fast-check";
import { parse } from "smol-toml";
import { describe, expect, test } from "vitest";
import { containerdFiles, containerdView } from "@/lib/domain/registries/containerd/files";
import { joinPath } from "@/lib/domain/registries/containerd/go-text";
import type { HostEndpoint, HostEntry } from "@/lib/domain/registries/containerd/host-entries";
import type { Decoded } from "@/lib/domain/registries/decode";
import { lint } from "@/lib/domain/registries/lint/lint";
import { type TargetInput, toTarget } from "@/lib/domain/registries/target";
import { patience, runs } from "@/tests/support/runs";
import { readTomlHosts, type TomlHosts } from "../containerd/toml-hosts";
import { decodedOf, fileBytes, isBad, target } from "./inputs";

type TlsKeys = Pick<TomlHosts, "ca" | "client" | "skip_verify">;

/** TLS settings as they must be read again: Go's quoting is TOML's. */
function tlsKeys({ config: { tls } }: HostEndpoint): TlsKeys {
  const { ca_file = "", cert_file = "", key_file = "", insecure_skip_verify = false } = tls ?? {};
  return {
    ...(ca_file !== "" && { ca: [ca_file] as [string] }),
    ...(`${cert_file}${key_file}` !== "" && { client: [[cert_file, key_file]] as [[string, string]] }),
    ...(insecure_skip_verify && { skip_verify: true as const }),
  };
}

const hasBackslash = (rewrites: HostEndpoint["rewrites"]) =>
  /\\/.test(JSON.stringify(Object.entries(rewrites)));

/** What a reader of TOML must find: the hosts in order, each with its settings. */
function expectSame(entry: HostEntry, read: TomlHosts): void {
  const { host, server, capabilities: _, ...own } = read;
  expect(server).toBe(entry.server?.url ?? undefined);
  expect(own).toEqual(entry.server === null ? {} : tlsKeys(entry.server));
  expect(Object.keys(host)).toEqual(entry.endpoints.map(({ url }) => url));
  for (const endpoint of entry.endpoints) {
    const { rewrite, capabilities, override_path = false, ...settings } = host[endpoint.url ?? ""] ?? {};
    expect(capabilities).toEqual(["pull", "resolve"]);
    expect([override_path, settings]).toEqual([endpoint.override, tlsKeys(endpoint)]);
    if (!hasBackslash(endpoint.rewrites))
      expect(Object.keys(rewrite ?? {}).length).toBe(Object.keys(endpoint.rewrites).length);
  }
}

function holds(check: () => void): boolean {
  try {
    check();
    return true;
  } catch {
    return false;
  }
}

/** The logins of a file by key, without what is empty. */
const loginsOf = ({ configs }: Decoded) =>
  Object.fromEntries(
    Object.entries(configs ?? {}).flatMap(([key, { auth }]) => {
      if (auth === null) return [];
      const said = Object.entries(auth).filter(([, value]) => value !== "");
      return [[key, { auth: Object.fromEntries(said) }]];
    }),
  );

function expectLogins(decoded: Decoded, text: string): void {
  const configs = loginsOf(decoded);
  const registry = Object.keys(configs).length === 0 ? {} : { configs };
  const plugins = Object.values(Object(parse(text))["plugins"]);
  expect(plugins).toEqual([{ registry: { config_path: expect.any(String), ...registry } }]);
}

describe("what is written for containerd", patience, () => {
  test("is TOML that says what was meant, or the linter says that containerd will not read it", () => {
    const property = (bytes: Uint8Array, input: TargetInput) => {
      const known = decodedOf(bytes);
      fc.pre(known !== null);
      const { files } = containerdFiles(known.decoded, toTarget(input));
      const { entries } = containerdView(known.decoded, toTarget(input));
      const unread = entries.filter((entry) => {
        const text = files[joinPath("certs.d", entry.name, "hosts.toml")];
        return text !== undefined && !holds(() => expectSame(entry, readTomlHosts(text)));
      });
      if (unread.length > 0) expect(lint(known.text, input).filter(isBad)).not.toEqual([]);
    };
    fc.assert(fc.property(fileBytes, target, property), runs(300));
  });

  test("gives containerd the logins of the file, or the linter says that it will not start", () => {
    const property = (bytes: Uint8Array, input: TargetInput) => {
      const known = decodedOf(bytes);
      fc.pre(known !== null);
      const { files } = containerdFiles(known.decoded, toTarget(input));
      const isRead = holds(() => expectLogins(known.decoded, files["config.toml"] ?? ""));
      // What the file says of the embedded registry's address is replaced.
      if (!isRead && input.embeddedRegistry !== true) {
        expect(lint(known.text, input).filter(isBad)).not.toEqual([]);
      }
    };
    fc.assert(fc.property(fileBytes, target, property), runs(300));
  });
});
