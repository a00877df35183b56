import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { containerdFiles } from "@/lib/domain/registries/containerd/files";
import { type Decoded, decode } from "@/lib/domain/registries/decode";
import { render } from "@/lib/domain/registries/render";
import { families, parseVersion, type TargetInput, toTarget } from "@/lib/domain/registries/target";
import { runs } from "@/tests/support/runs";
import { definition, yamlText } from "../arbitraries";

const version = fc.constantFrom(
  "v1.28.5+k3s1",
  "v1.29.3+k3s1",
  "v1.30.4+k3s1",
  "v1.32.2+rke2r1",
  "v1.36.2+k3s1",
);
const target: fc.Arbitrary<TargetInput> = fc.record(
  { version, disableDefaultRegistryEndpoint: fc.boolean(), embeddedRegistry: fc.boolean() },
  { requiredKeys: [] },
);

const part = fc.constantFrom(
  "docker.io",
  "registry-1.docker.io",
  "*",
  "_default",
  "m",
  "m:443",
  "localhost:5000",
  "https://m/v2",
  "https://m/x",
  "a b",
  "../x",
  "",
  "127.0.0.1:6443",
);
const auth = fc.record({ username: part, password: part, auth: part, identitytoken: part });
const tls = fc.record({ ca_file: part, cert_file: part, key_file: part, insecure_skip_verify: fc.boolean() });
const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const dictionary = <Value>(value: fc.Arbitrary<Value>) => orNull(fc.dictionary(part, value, { maxKeys: 5 }));
/** What K3s holds in memory, with names that meet each other often. */
const decoded: fc.Arbitrary<Decoded> = fc.record({
  mirrors: dictionary(
    fc.record({ endpoint: orNull(fc.array(part, { maxLength: 5 })), rewrite: dictionary(part) }),
  ),
  configs: dictionary(fc.record({ auth: orNull(auth), tls: orNull(tls) })),
  auths: fc.constant(null),
});

const reversed = <Map extends object | null>(map: Map): Map =>
  (map && Object.fromEntries(Object.entries(map).toReversed())) as Map;

// A busy machine may take its time.
describe("laws of the generated files", () => {
  test("no file that K3s reads is too strange, for no release", () => {
    fc.assert(
      fc.property(fc.oneof(yamlText, definition.map(render)), target, (text, input) => {
        const result = decode(text);
        fc.pre(result.ok);
        const { files } = containerdFiles(result.result, toTarget(input));
        expect(files["config.toml"]).toMatch(/^\[plugins/);
      }),
      runs(500),
    );
  });

  test("the order of keys changes nothing", () => {
    fc.assert(
      fc.property(decoded, target, (value, input) => {
        const turned: Decoded = {
          mirrors: reversed(
            value.mirrors &&
              Object.fromEntries(
                Object.entries(value.mirrors).map(([key, { endpoint, rewrite }]) => [
                  key,
                  { endpoint, rewrite: reversed(rewrite) },
                ]),
              ),
          ),
          configs: reversed(value.configs),
          auths: null,
        };
        expect(containerdFiles(turned, toTarget(input))).toEqual(containerdFiles(value, toTarget(input)));
      }),
      runs(500),
    );
  });

  test("blank lines are all that older releases write more", () => {
    fc.assert(
      fc.property(decoded, (value) => {
        const lines = (release: string) =>
          Object.entries(containerdFiles(value, toTarget({ version: release })).files)
            .filter(([file]) => file !== "config.toml")
            .map(([file, text]) => [file, text.split("\n").filter((line) => line !== "")]);
        expect(lines("v1.30.4+k3s1")).toEqual(lines("v1.36.2+k3s1"));
      }),
      runs(500),
    );
  });
});

test("every patch of every release belongs to a family, and none to an older one than the patch before", () => {
  for (let minor = 20; minor < 40; minor++) {
    const found = Array.from(
      { length: 30 },
      (_, patch) => parseVersion(`v1.${minor}.${patch}+k3s1`)?.family ?? "A",
    );
    const places = found.map((family) => families.indexOf(family));
    expect(places).toEqual(places.toSorted((left, right) => left - right));
  }
});
