import fc from "fast-check";
import { expect, test } from "vitest";
import { parseDocument } from "yaml";
import { type Decoded, decode } from "@/lib/domain/registries/decode";
import { parse } from "@/lib/domain/registries/parse";
import { render } from "@/lib/domain/registries/render";
import { runs } from "@/tests/support/runs";
import { definition, yamlText } from "./arbitraries";

/** A reader that shares no code with ours, and that takes offence at what yaml.v2 lets pass. */
function readIndependently(text: string): unknown {
  const document = parseDocument(text, {
    version: "1.1",
    merge: false,
    uniqueKeys: true,
    logLevel: "silent",
  });
  expect(document.errors, text).toEqual([]);
  return document.toJS({ mapAsMap: true });
}

const at = (value: unknown, key: string) => (value instanceof Map ? (value.get(key) ?? null) : null);
const textAt = (value: unknown, key: string) => at(value, key) ?? "";

function entriesAt<Entry>(value: unknown, key: string, read: (entry: unknown) => Entry) {
  const section = at(value, key);
  if (!(section instanceof Map)) return null;
  return Object.fromEntries(Array.from(section, ([name, entry]) => [String(name), read(entry)]));
}

const toAuth = (value: unknown) => ({
  username: textAt(value, "username"),
  password: textAt(value, "password"),
  auth: textAt(value, "auth"),
  identitytoken: textAt(value, "identity_token"),
});

const toTls = (value: unknown) => ({
  ca_file: textAt(value, "ca_file"),
  cert_file: textAt(value, "cert_file"),
  key_file: textAt(value, "key_file"),
  insecure_skip_verify: at(value, "insecure_skip_verify") === true,
});

const toMeaning = (root: unknown) => ({
  mirrors: entriesAt(root, "mirrors", (mirror) => ({
    endpoint: at(mirror, "endpoint"),
    rewrite: entriesAt(mirror, "rewrite", (replacement) => replacement),
  })),
  configs: entriesAt(root, "configs", (config) => ({
    auth: at(config, "auth") instanceof Map ? toAuth(at(config, "auth")) : null,
    tls: at(config, "tls") instanceof Map ? toTls(at(config, "tls")) : null,
  })),
  auths: entriesAt(root, "auths", toAuth),
});

function expectSameMeaning(text: string): void {
  const decoded = decode(text);
  const meaning: Decoded | null = decoded.ok ? decoded.result : null;
  expect(toMeaning(readIndependently(text))).toEqual(meaning);
}

test("another YAML reader takes a rendered definition for the same", () => {
  fc.assert(
    fc.property(definition, (value) => expectSameMeaning(render(value))),
    runs(400),
  );
});

test("another YAML reader takes an imported file for the same once it is rendered", () => {
  fc.assert(
    fc.property(yamlText, (text) => {
      const result = parse(text);
      fc.pre(result.ok);
      if (result.ok) expectSameMeaning(render(result.definition));
    }),
    runs(400),
  );
});
