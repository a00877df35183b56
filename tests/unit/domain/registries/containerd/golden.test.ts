import { describe, expect, it } from "vitest";
import { configToml } from "@/lib/domain/registries/containerd/config-toml";
import { injectEmbedded } from "@/lib/domain/registries/containerd/embedded";
import { containerdFiles, hostsWithAuth } from "@/lib/domain/registries/containerd/files";
import { type HostEndpoint, hostEntries } from "@/lib/domain/registries/containerd/host-entries";
import { hostsToml } from "@/lib/domain/registries/containerd/hosts-toml";
import type { Decoded } from "@/lib/domain/registries/decode";
import { decode } from "@/lib/domain/registries/decode";
import { toTarget } from "@/lib/domain/registries/target";
import golden from "../golden/containerd.json";

interface GoldenEndpoint {
  url: string | null;
  overridePath: boolean;
  rewrite?: Record<string, string>;
  auth?: object;
  tls?: object;
}
interface GoldenHost {
  default: GoldenEndpoint | null;
  endpoints: GoldenEndpoint[];
  hostsToml: string;
  hostsTomlUntrimmed: string;
}

/** JSON is YAML, so the inputs of K3s's own tests go the way of every file. */
function decoded(registries: unknown): Decoded {
  const result = decode(typeof registries === "string" ? registries : JSON.stringify(registries));
  if (!result.ok) throw new Error(result.error);
  return result.result;
}

const said = (block: object | null) =>
  block && Object.fromEntries(Object.entries(block).filter(([, value]) => value !== "" && value !== false));

function toGolden(endpoint: HostEndpoint | null): GoldenEndpoint | null {
  if (endpoint === null) return null;
  const { url, override, rewrites, config } = endpoint;
  const [auth, tls] = [said(config.auth), said(config.tls)];
  return {
    url,
    overridePath: override,
    ...(Object.keys(rewrites).length > 0 && { rewrite: { ...rewrites } }),
    ...(auth && { auth }),
    ...(tls && { tls }),
  };
}

const v3 = toTarget({ version: "v1.36.2+k3s1" });
const v2 = toTarget({ version: "v1.30.4+k3s1" });

describe.each(golden.hostConfigCases)("K3s's own case: $name", (golden) => {
  const { embeddedRegistry: mirror, noDefaultEndpoint: noDefault } = golden;
  const embedded = mirror && {
    address: mirror.mirrorAddr,
    caFile: mirror.serverCAFile,
    certFile: mirror.clientCertFile,
    keyFile: mirror.clientKeyFile,
  };
  const input = decoded(golden.registries);
  const whole = embedded ? injectEmbedded(input, embedded) : input;
  const { entries } = hostEntries(whole, { noDefault, embeddedAddress: embedded?.address ?? ":" });
  const expected = Object.entries<GoldenHost>(golden.expected);

  it("asks the same hosts in the same order", () => {
    const found = entries.map(({ name, server, endpoints }) => [
      name,
      { default: toGolden(server), endpoints: endpoints.map(toGolden) },
    ]);
    const wanted = expected.map(([name, { default: own, endpoints }]) => [name, { default: own, endpoints }]);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(wanted));
  });

  it("writes the same bytes, in the layouts of new and older releases", () => {
    const written = (layout: "trimmed" | "untrimmed") =>
      Object.fromEntries(entries.map((entry) => [entry.name, hostsToml(entry, { program: "k3s", layout })]));
    expect(written("trimmed")).toEqual(
      Object.fromEntries(expected.map(([name, host]) => [name, host.hostsToml])),
    );
    expect(written("untrimmed")).toEqual(
      Object.fromEntries(expected.map(([name, host]) => [name, host.hostsTomlUntrimmed])),
    );
  });

  it("writes the same registry part of config.toml, in both versions of it", () => {
    expect(configToml(whole.configs, v3)).toBe(golden.configTomlV3RegistryPart);
    expect(configToml(whole.configs, v2)).toBe(golden.configTomlV2RegistryPart);
  });
});

describe.each(golden.extraHostConfigCases)("run through K3s: $name", (golden) => {
  const expected = Object.entries<{ hostsToml: string; hostsTomlUntrimmed: string }>(golden.expected);

  it.each([
    ["v1.36.2+k3s1", "hostsToml"],
    ["v1.30.4+k3s1", "hostsTomlUntrimmed"],
  ] as const)("writes the same files in %s", (version, layout) => {
    const target = toTarget({ version, disableDefaultRegistryEndpoint: golden.noDefaultEndpoint });
    const { files, remarks } = containerdFiles(decoded(golden.registriesYaml), target);
    const { "config.toml": _, ...hosts } = files;
    expect(hosts).toEqual(Object.fromEntries(expected.map(([path, host]) => [path, host[layout]])));
    const skipped = remarks.filter(({ code }) => code === "endpoint-skipped");
    expect(skipped).toHaveLength("logged" in golden ? golden.logged.length : 0);
  });
});

it.each(golden.warnMissingRegistryAuthCases)(
  "names whose credentials a template may drop: $name",
  (golden) => {
    const input = decoded(golden.registries);
    const userTemplate = golden.templateFile === null ? false : (golden.templateFile as "config.toml.tmpl");
    const { remarks } = containerdFiles(input, toTarget({ userTemplate }));
    const hosts = hostsWithAuth(input.configs);
    if (golden.warnedHosts.length > 0) expect(hosts).toEqual(golden.warnedHosts);
    expect(remarks).toEqual(
      golden.userTemplate === "none"
        ? []
        : [{ code: "auth-needs-template", params: { hosts: hosts.join(", ") } }],
    );
  },
);
