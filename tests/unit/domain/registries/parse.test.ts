import { describe, expect, test } from "vitest";
import { emptyDefinition } from "@/lib/domain/registries/fields";
import { type ParseResult, parse } from "@/lib/domain/registries/parse";

function accepted(result: ParseResult): Extract<ParseResult, { ok: true }> {
  if (!result.ok) throw new Error(result.error);
  return result;
}

const remarksOf = (text: string) =>
  accepted(parse(text)).remarks.map(({ code, params, range }) => ({ code, params, line: range.start.line }));

const authOf = (text: string) => accepted(parse(text)).definition.registryHosts?.[0]?.auth;

describe("parse", () => {
  test.each(["", "\n", "~\n", "{}\n", "mirrors:\n", "mirrors:\nconfigs: ~\n"])(
    "finds nothing in %j",
    (text) => {
      expect(accepted(parse(text)).definition).toEqual(emptyDefinition);
    },
  );

  test("tells absent, null and empty lists apart where K3s does", () => {
    const { definition } = accepted(
      parse("mirrors:\n  a: {endpoint: [], rewrite: {}}\n  b: {endpoint: ~}\nconfigs: {}\n"),
    );
    expect(definition).toMatchObject({
      mirrors: [
        { name: "a", endpoints: [], rewrites: [] },
        { name: "b", endpoints: null, rewrites: null },
      ],
      registryHosts: [],
      auths: null,
    });
  });

  test("takes keys that the save schema refuses", () => {
    const { definition } = accepted(parse('mirrors:\n  ~:\n  "..":\n  a/b:\n'));
    expect(definition.mirrors?.map(({ name }) => name)).toEqual(["", "..", "a/b"]);
  });

  test("knows a reference to a secret by its form and place", () => {
    const text = `configs:
  a:
    auth:
      username: "{{secret:bot.username}}"
      password: '{{secret:bot.password}}'
      auth: "{{secret:bot.password}}"
      identity_token: "\\x7b{secret:bot.identity_token}}"
      token: "{{secret:bot.token}}"
      other: "{{secret:bot.token}}"
`;
    expect(authOf(text)).toEqual({
      username: { kind: "secret", slug: "bot" },
      password: { kind: "text", text: "{{secret:bot.password}}" },
      auth: { kind: "text", text: "{{secret:bot.password}}" },
      identity_token: { kind: "text", text: "{{secret:bot.identity_token}}" },
      extras: [
        { key: "token", value: { kind: "secret", slug: "bot" }, note: "" },
        { key: "other", value: { kind: "text", text: '"\\x7b{secret:bot.token}}"' }, note: "" },
      ],
    });
  });

  test("knows delivered certificates by their paths", () => {
    const text = "configs:\n  a:\n    tls: {ca_file: /tls/1.crt, key_file: /tls/1.crt}\n";
    const certificateAt = (path: string, file: string) =>
      path === "/tls/1.crt" && file === "ca_file" ? "corp-ca" : undefined;
    expect(accepted(parse(text, { certificateAt })).definition.registryHosts?.[0]?.tls).toMatchObject({
      ca_file: { kind: "certificate", slug: "corp-ca" },
      key_file: { kind: "path", path: "/tls/1.crt" },
    });
  });

  test("keeps unknown keys with their meaning", () => {
    const { definition } = accepted(
      parse("x-base: &b {a: 'q', \"n\": 012, t: !!str 1}\nmirrors:\n  a:\n    more: [*b, x]\n"),
    );
    expect(definition.extras).toEqual([
      { key: "x-base", value: { kind: "text", text: '{a: "q", "n": 012, t: "1"}' }, note: "" },
    ]);
    expect(definition.mirrors?.[0]?.extras[0]?.value).toEqual({
      kind: "text",
      text: '[{a: "q", "n": 012, t: "1"}, x]',
    });
  });
});

describe("remarks", () => {
  test("name keys K3s does not read, and what was meant", () => {
    expect(remarksOf("mirrros:\nmirrors:\n  a:\n    endpoints: [x]\n    zzz: 1\n")).toEqual([
      { code: "unknown-key", params: { key: "mirrros", nearest: "mirrors" }, line: 1 },
      { code: "unknown-key", params: { key: "endpoints", nearest: "endpoint" }, line: 4 },
      { code: "unknown-key", params: { key: "zzz", nearest: "" }, line: 5 },
    ]);
    expect(remarksOf("configs:\n  a:\n    auth: {identitytoken: x}\n")[0]?.params).toEqual({
      key: "identitytoken",
      nearest: "identity_token",
    });
  });

  test("tell which repeated keys merge and which are lost", () => {
    expect(remarksOf("mirrors:\n  a: {endpoint: [x]}\n  a: {}\nmirrors:\n  b:\n")).toEqual([
      { code: "duplicate-key", params: { key: "mirrors", effect: "merged" }, line: 1 },
      { code: "duplicate-key", params: { key: "a", effect: "replaced" }, line: 2 },
    ]);
  });

  test("tell of anchors, tags and further documents", () => {
    const text = `mirrors:
  a: &x {endpoint: [!!binary aA==]}
  b: *x
configs: !bc
  h: {auth: {password: &lost p}}
---
mirrors:
`;
    expect(remarksOf(text)).toEqual([
      { code: "type-resolved", params: { type: "!!binary" }, line: 2 },
      { code: "anchor-resolved", params: { name: "x" }, line: 3 },
      { code: "type-ignored", params: { type: "!bc" }, line: 4 },
      { code: "anchor-unused", params: { name: "lost" }, line: 5 },
      { code: "extra-document", params: {}, line: 6 },
    ]);
  });

  test("are none for a plain file", () => {
    expect(remarksOf("---\nmirrors:\n  a: {endpoint: [x]}\n...\n# end\n---\n")).toEqual([]);
  });
});

test("remarks tell of secrets that end at a comment", () => {
  const auth = "configs:\n  a:\n    auth:\n";
  expect(remarksOf(`${auth}      username: u #1\n      password: hub#Pass #2\n`)).toEqual([
    { code: "secret-cut", params: { key: "password" }, line: 5 },
  ]);
  expect(remarksOf(`${auth}      password: 'hub #2' # quoted\n      auth: a#b\n      # below\n`)).toEqual([]);
});

describe("positions", () => {
  const text =
    'mirrors:\n  "😀.io":\n    endpoint:\n    - https://a\n    - "😀" # c\nconfigs:\n  a: {auth: {username: u}}\n';
  const { positions } = accepted(parse(text));
  const textAt = (path: string) => {
    const range = positions.get(path);
    return range === undefined ? null : text.slice(range.start.offset, range.end.offset);
  };

  test("link fields to their text", () => {
    expect(textAt("mirrors/0/endpoints/0")).toBe("- https://a");
    expect(textAt("mirrors/0/endpoints/1")).toBe('- "😀"');
    expect(textAt("registryHosts/0/auth/username")).toBe("username: u");
    expect(textAt("mirrors/0")).toBe(text.slice(11, text.indexOf(" # c")));
  });

  test("count columns in UTF-16 units from 1", () => {
    expect(positions.get("mirrors/0")?.start).toEqual({ line: 2, column: 3, offset: 11 });
    expect(positions.get("mirrors/0/endpoints/1")?.end).toMatchObject({ line: 5, column: 11 });
  });

  test.each([
    ["mirrors:\n  a: [\n", 3, 1],
    ["mirrors:\n  a: *b\n", 2, 6],
    ["mirrors:\n  a: x\n", 2, 6],
    ["mirrors:\n\ta:\n", 2, 1],
    ["mirrors:\r\n  a: \u0007\r\n", 2, 6],
  ])("tell where %j is broken", (broken, line, column) => {
    expect(parse(broken)).toMatchObject({ ok: false, line, column });
  });
});
