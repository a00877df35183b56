import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode } from "@/lib/domain/registries/decode";
import { explain } from "@/lib/domain/registries/explain/explain";
import { assumptions, failureCodes, reasonCodes } from "@/lib/domain/registries/explain/explanation";
import { sayExplanation } from "@/lib/domain/registries/explain/say";
import { type TargetInput, toTarget } from "@/lib/domain/registries/target";
import english from "@/lib/i18n/en/explain.json";
import chinese from "@/lib/i18n/zh-CN/explain.json";
import { runs } from "@/tests/support/runs";
import { ask, hubMirror } from "./explain-question";

const host = fc.constantFrom(
  "docker.io",
  "*",
  "_default",
  "a",
  "a:80",
  "a:5000",
  "[::1]:5000",
  "localhost:5000",
  "../x",
  "",
  "a/b",
);
const url = fc.oneof(
  fc
    .tuple(
      fc.constantFrom("", "http://", "https://", "http:/", "ftp://"),
      host,
      fc.constantFrom("", "/v2", "/x//y/", '?q"'),
    )
    .map((parts) => parts.join("")),
  fc.string({ unit: "grapheme-composite", maxLength: 12 }),
);
const rules = fc.dictionary(
  fc.constantFrom("(.*)", "^a", "\\d", "(", "", "b", 'x"', "\\\\."),
  fc.constantFrom("$1/x", "/y", "", "?", "%", "\\1"),
);
const tls = fc.record({
  ca_file: fc.constantFrom("", "/ca", "ca"),
  cert_file: fc.constantFrom("", "/c"),
  insecure_skip_verify: fc.boolean(),
});
const mirrors = fc.dictionary(host, fc.record({ endpoint: fc.array(url, { maxLength: 3 }), rewrite: rules }));
const configs = fc.dictionary(
  host,
  fc.record({ tls, auth: fc.constantFrom(null, { username: "u", password: "s3cret" }, { auth: "!" }) }),
);
const image = fc.oneof(
  fc.constantFrom("a", "a/b:1", "a:5000/b", "[::1]:5000/b", "localhost:5000/b", "Bad"),
  fc.string(),
);
const target: fc.Arbitrary<TargetInput> = fc.record({
  distribution: fc.constantFrom("k3s", "rke2"),
  version: fc.constantFrom("v1.20.0", "v1.29.1", "v1.29.2", "v1.29.3", "v1.31.0", "v1.31.6", "v1.36.2"),
  disableDefaultRegistryEndpoint: fc.boolean(),
  embeddedRegistry: fc.boolean(),
  podCredentials: fc.boolean(),
  puller: fc.constantFrom("containerd", "rke2-runtime"),
});
const assume = fc.dictionary(fc.constantFrom("1", "2", "3", "9"), fc.constantFrom(...assumptions));

function answer(
  file: object,
  given: { image: string; target: TargetInput; assume: Record<string, (typeof assumptions)[number]> },
) {
  const decoded = decode(JSON.stringify(file));
  fc.pre(decoded.ok);
  return explain({ ...given, decoded: decoded.result, target: toTarget(given.target) });
}

const reversed = (map: object) => Object.fromEntries(Object.entries(map).reverse());

describe("an explanation", () => {
  test("never throws, is the same for the same file in any order, and tells no secret", () => {
    fc.assert(
      fc.property(
        mirrors,
        configs,
        fc.record({ image, target, assume }),
        (someMirrors, someConfigs, given) => {
          const explained = answer({ mirrors: someMirrors, configs: someConfigs }, given);
          const other = { mirrors: reversed(someMirrors), configs: reversed(someConfigs) };
          expect(answer(other, given)).toEqual(explained);
          expect(JSON.stringify(explained)).not.toContain("s3cret");
          const lists = [explained.attempts, ...explained.alternatives];
          expect(new Set(lists.map(({ length }) => length)).size).toBe(1);
          expect(new Set(lists.map((list) => JSON.stringify(list))).size).toBe(lists.length);
          const { attempt } = explained.result;
          expect(attempt === null || (attempt >= 1 && attempt <= explained.attempts.length)).toBe(true);
        },
      ),
      runs(150),
    );
  });

  // With each rule tried anew at each endpoint this would take minutes.
  test("of a huge file is worked out in time", () => {
    const endpoint = Array.from({ length: 3000 }, (_, index) => `https://m${index}`);
    const rewrite = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`^x${index}/`, "y"]));
    const yaml = JSON.stringify({ mirrors: { "docker.io": { endpoint, rewrite } } });
    expect(ask(yaml).attempts).toHaveLength(3001);
  });
});

describe("the sentences of an explanation", () => {
  test.each([
    ["en", english],
    ["zh-CN", chinese],
  ])("are all there in %s", (_locale, catalogue) => {
    expect(Object.keys(catalogue.reason).toSorted()).toEqual(reasonCodes.toSorted());
    expect(Object.keys(catalogue.failure).toSorted()).toEqual(failureCodes.toSorted());
  });

  test("are put beside the codes", () => {
    const explained = ask(hubMirror("https://m"), { assume: { "1": "404", "2": "404" } });
    const said = sayExplanation(explained, (key) => `text of ${key}`);
    expect(said.attempts.map(({ reason }) => reason)).toEqual([
      { code: "endpoint", params: { key: "docker.io", position: 1 }, message: "text of reason.endpoint" },
      { code: "default", params: { key: "docker.io" }, message: "text of reason.default" },
    ]);
    expect(said.result.error).toMatchObject({ code: "not-found", message: "text of failure.not-found" });
  });
});
