import { describe, expect, test } from "vitest";
import { decode } from "@/lib/domain/registries/decode";
import { emptyDefinition } from "@/lib/domain/registries/fields";
import { parse } from "@/lib/domain/registries/parse";
import { render, renderLines } from "@/lib/domain/registries/render";
import type { Definition } from "@/lib/domain/registries/schema";

const text = (value: string) => ({ kind: "text", text: value }) as const;
const secret = (slug: string) => ({ kind: "secret", slug }) as const;
const noAuth = { username: null, password: null, auth: null, identity_token: null, extras: [] };

const full: Definition = {
  note: "Edge sites",
  endNote: "end",
  mirrorsNote: "",
  mirrors: [
    {
      name: "*",
      note: "all others\nsecond line",
      endpoints: [
        { url: "https://cache.corp", note: "near" },
        { url: "https://far.corp", note: "" },
      ],
      rewrites: [{ pattern: "^a\\.b", replacement: "c/$1", note: "" }],
      extras: [{ key: "x-owner", value: text("[team, {a: b}]"), note: "kept" }],
    },
    { name: "quay.io", note: "", endpoints: null, rewrites: null, extras: [] },
  ],
  registryHostsNote: "logins",
  registryHosts: [
    {
      host: "harbor.corp:8443",
      note: "",
      auth: { ...noAuth, username: text("robot$ci"), password: secret("harbor") },
      tls: {
        ca_file: { kind: "certificate", slug: "corp-ca" },
        cert_file: null,
        key_file: { kind: "path", path: "/etc/key" },
        insecure_skip_verify: true,
        extras: [],
      },
      extras: [],
    },
    { host: "bare", note: "", auth: noAuth, tls: null, extras: [] },
  ],
  authsNote: "",
  auths: [{ host: "https://old", note: "", auth: { ...noAuth, auth: text("YTpi") } }],
  extras: [],
};

const expected = `# Edge sites

mirrors:
  # all others
  # second line
  "*":
    endpoint:
      # near
      - "https://cache.corp"
      - "https://far.corp"
    rewrite:
      "^a\\\\.b": "c/$1"
    # kept
    x-owner: [team, {a: b}]
  "quay.io":

# logins
configs:
  "harbor.corp:8443":
    auth:
      username: "robot$ci"
      password: "{{secret:harbor.password}}"
    tls:
      ca_file: "/etc/rancher/pullpath/tls/by-name/corp-ca.crt"
      key_file: "/etc/key"
      insecure_skip_verify: true
  "bare":
    auth: {}

auths:
  "https://old":
    auth: "YTpi"

# end
`;

const withPassword = (value: string): Definition => ({
  ...emptyDefinition,
  registryHosts: [{ host: "h", note: "", auth: { ...noAuth, password: text(value) }, tls: null, extras: [] }],
});

describe("render", () => {
  test("writes the canonical layout", () => {
    expect(render(full)).toBe(expected);
  });

  test("writes secrets and certificate paths where they are known", () => {
    const rendered = render(full, {
      certificatePath: (slug, file) => `/tls/${slug}-${file}`,
      secret: (slug, field) => (slug === "harbor" && field === "password" ? 'p"w\\' : undefined),
    });
    expect(rendered).toContain('password: "p\\"w\\\\"');
    expect(rendered).toContain('ca_file: "/tls/corp-ca-ca_file"');
  });

  test("tells the lines of each part", () => {
    const { lines } = renderLines(full);
    expect(lines.get("mirrors/0")).toEqual({ first: 4, last: 14 });
    expect(lines.get("mirrors/0/endpoints/0")).toEqual({ first: 8, last: 9 });
    expect(lines.get("registryHosts/0/auth/password")).toEqual({ first: 22, last: 22 });
  });

  test("writes a file for the empty definition that means the same", () => {
    expect(render(emptyDefinition)).toBe("mirrors:\n");
    expect(decode(render(emptyDefinition))).toEqual(decode(""));
    expect(renderLines(emptyDefinition).lines.get("mirrors")).toEqual({ first: 1, last: 1 });
  });

  test("escapes a text that looks like a reference, and reads it back as text", () => {
    const definition = withPassword("{{secret:harbor.password}}");
    expect(render(definition)).toContain('password: "\\x7b{secret:harbor.password}}"');
    const parsed = parse(render(definition));
    expect(parsed.ok && parsed.definition).toEqual(definition);
  });

  test("keeps a hostile note inside its comment", () => {
    const definition = { ...withPassword("p"), note: "a\nmirrors:\r  evil:\u2028x\u0085y\u0000" };
    expect(decode(render(definition))).toEqual(decode(render(withPassword("p"))));
  });

  test("quotes an unknown key's value that is more than a value", () => {
    const extras = [{ key: "x", value: text("a\nmirrors: {evil: }"), note: "" }];
    const rendered = render({ ...emptyDefinition, extras });
    expect(rendered).toBe('x: "a\\nmirrors: {evil: }"\n');
  });

  test("writes a key too long for YAML's look-ahead with a question mark", () => {
    const pattern = `^${"a".repeat(2000)}$`;
    const mirror = { name: "a", note: "", endpoints: null, extras: [] };
    const rewrites = [{ pattern, replacement: "b", note: "" }];
    const decoded = decode(render({ ...emptyDefinition, mirrors: [{ ...mirror, rewrites }] }));
    expect(decoded.ok && decoded.result.mirrors?.["a"]?.rewrite).toEqual({ [pattern]: "b" });
  });
});
