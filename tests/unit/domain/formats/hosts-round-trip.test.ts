import fc from "fast-check";
import { expect, it } from "vitest";
import { containerdFiles } from "@/lib/domain/registries/containerd/files";
import { decode } from "@/lib/domain/registries/decode";
import { emptyDefinition } from "@/lib/domain/registries/fields";
import { render } from "@/lib/domain/registries/render";
import type { Definition, RegistryHost } from "@/lib/domain/registries/schema";
import { toTarget } from "@/lib/domain/registries/target";
import { patience, runs } from "@/tests/support/runs";
import { converted } from "./converted";

const hostName = fc.constantFrom(
  "m.corp",
  "m.corp:8443",
  "10.0.0.5:5000",
  "docker.io",
  "localhost:5000",
  "m.corp:443",
);
const registry = fc.constantFrom(
  "docker.io",
  "quay.io",
  "reg.corp:5000",
  "localhost:5000",
  "*",
  "registry-1.docker.io",
);
const path = fc.constantFrom("", "", "/", "/v2", "/v2/", "/v2/hub", "/proxy", "/a//b/../c", "/x/v2");
const url = fc
  .tuple(fc.constantFrom("https://", "http://", ""), hostName, path)
  .map(([scheme, host, rest]) => `${scheme}${host}${rest}`);
const rewrites = fc.uniqueArray(
  fc.record({
    pattern: fc.constantFrom("^(.*)$", "^library/(.*)", "a[.]b", "^x\\\\.y", 'q\\"'),
    replacement: fc.constantFrom("hub/$1", "", "$2_x", "z\\\\"),
    note: fc.constant(""),
  }),
  { selector: ({ pattern }) => pattern, maxLength: 3 },
);
const file = (name: string) => fc.option(fc.constant({ kind: "path" as const, path: `/etc/ssl/${name}` }));
const tls = fc
  .record({
    ca_file: file("ca.crt"),
    client: fc.boolean(),
    insecure_skip_verify: fc.boolean(),
  })
  .map(({ client, ...rest }) => {
    const pair = (name: string) => (client ? { kind: "path" as const, path: `/etc/ssl/${name}` } : null);
    // Settings that say nothing need not come back.
    const skip = rest.insecure_skip_verify || (!client && rest.ca_file === null);
    return {
      ...rest,
      insecure_skip_verify: skip,
      cert_file: pair("c.crt"),
      key_file: pair("c.key"),
      extras: [],
    };
  });
const registryHosts = fc.uniqueArray(
  fc.tuple(hostName, tls).map(
    ([host, settings]): RegistryHost => ({
      host: host === "docker.io" ? "registry-1.docker.io" : host,
      note: "",
      auth: null,
      tls: settings,
      extras: [],
    }),
  ),
  { selector: ({ host }) => host, maxLength: 3 },
);
const definition = fc
  .record({ name: registry, urls: fc.uniqueArray(url, { maxLength: 4 }), rewrites, registryHosts })
  .map(
    ({ name, urls, rewrites: rules, registryHosts: hosts }): Definition => ({
      ...emptyDefinition,
      mirrors: [
        {
          name,
          note: "",
          endpoints: urls.map((each) => ({ url: each, note: "" })),
          rewrites: rules,
          extras: [],
        },
      ],
      registryHosts: hosts,
    }),
  );

/** A registry at its own address alone is no mirror, and registries.yaml has no words for it. */
const saysMore = /^(?:\[host\."|ca |client |skip_verify )/m;

/** K3s takes the registry itself for no endpoint where the list ends with it; here it stood there twice. */
const endsWithItself = (text: string) =>
  [...text.matchAll(/^\[host\."([^"]*)"\]$/gm)].at(-1)?.[1] === /^server = "([^"]*)"$/m.exec(text)?.[1];

const folderOf = (name: string) => `certs.d/${name === "*" ? "_default" : name}/hosts.toml`;

function hostsFiles(given: Definition): Record<string, string> {
  const decoded = decode(render(given));
  if (!decoded.ok) throw new Error(decoded.error);
  return containerdFiles(decoded.result, toTarget()).files;
}

it("gives back from each hosts.toml a definition that K3s writes the same file for", patience, () => {
  fc.assert(
    fc.property(definition, (given) => {
      for (const [name, text] of Object.entries(hostsFiles(given))) {
        const registryName = /^certs\.d\/(.*)\/hosts\.toml$/.exec(name)?.[1];
        if (registryName === undefined || !saysMore.test(text) || endsWithItself(text)) continue;
        const again = converted("hosts-toml", text, registryName).definition;
        expect(hostsFiles(again)[folderOf(registryName === "_default" ? "*" : registryName)]).toBe(text);
      }
    }),
    runs(500),
  );
});
