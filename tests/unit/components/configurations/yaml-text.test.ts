import { describe, expect, it } from "vitest";
import { renderEditable, renderPlain } from "@/components/configurations/editor/document/render-masked";
import { hasSameContent } from "@/components/configurations/editor/yaml/same-content";
import { smallestChanges } from "@/components/configurations/editor/yaml/smallest-changes";
import { StandIns } from "@/components/configurations/editor/yaml/stand-ins";
import { unknownReferences } from "@/components/configurations/editor/yaml/unknown-references";
import { emptyDefinition } from "@/lib/domain/registries/fields";
import { parse } from "@/lib/domain/registries/parse";
import type { Definition } from "@/lib/domain/registries/schema";

const secrets = ["hunter2", 'quo"te\\', "ümlaut 密码", "•••1•••", "{{secret:x.password}}", "line\nbreak"];

const withSecret = (text: string): Definition => ({
  ...emptyDefinition,
  note: "password: hunter2",
  mirrors: [
    {
      name: "docker.io",
      note: "",
      endpoints: [{ url: "https://user:hunter2@a.corp", note: "" }],
      rewrites: null,
      extras: [],
    },
  ],
  registryHosts: [
    {
      host: "a.corp",
      note: "",
      auth: {
        username: { kind: "text", text: "robot" },
        password: { kind: "text", text },
        auth: null,
        identity_token: { kind: "secret", slug: "harbor" },
        extras: [{ key: "token", value: { kind: "text", text: '{"a": 1}' }, note: "" }],
      },
      tls: null,
      extras: [],
    },
  ],
});

describe("stand-ins of secrets", () => {
  it.each(secrets)("show nothing of %j and give it back", (secret) => {
    const standIns = new StandIns();
    const definition = withSecret(secret);
    const shown = renderEditable(definition, [], standIns.hide);
    expect(shown).not.toContain("hunter2");
    expect(standIns.restore(shown)).toBe(renderPlain(definition, []));
    const read = parse(standIns.restore(shown));
    expect(read.ok && read.definition).toEqual(definition);
  });

  it("stay the same for one secret and are left alone when unknown", () => {
    const standIns = new StandIns();
    expect(standIns.hide("one")).toBe(standIns.hide("one"));
    expect(standIns.hide("two")).not.toBe(standIns.hide("one"));
    expect(standIns.restore('password: "•••7•••"')).toBe('password: "•••7•••"');
  });

  it("take the place of secrets in any spelling", () => {
    const standIns = new StandIns();
    const one = standIns.hide("hunter2");
    const two = standIns.hide('a"b');
    expect(standIns.conceal('password: hunter2\nauth: "a\\"b"\n# hunter22')).toBe(
      `password: ${one}\nauth: "${two}"\n# hunter22`,
    );
    expect(standIns.restore(`password: '${standIns.hide("it's")}'`)).toBe("password: 'it''s'");
  });
});

describe("references to what is not stored", () => {
  const credentials = [{ slug: "harbor", name: "Harbor", username: null, fields: ["password"] }];

  it("are found where they stand", () => {
    const definition = withSecret("•••9•••");
    const text = renderPlain(definition, []);
    const found = unknownReferences(text, definition, credentials);
    expect(
      found.map(({ code, path, range }) => [code, path.at(-1), text.split("\n")[range.start.line - 1]]),
    ).toEqual([
      ["unknown-stand-in", "password", '      password: "•••9•••"'],
      ["unknown-secret-field", "identity_token", '      identity_token: "{{secret:harbor.identity_token}}"'],
    ]);
    for (const { range } of found)
      expect(text.slice(range.start.offset, range.end.offset)).toMatch(/^[•{].*[•}]$/);
    expect(unknownReferences(text, definition, [])[1]?.code).toBe("unknown-credential");
  });

  it("are none where all is stored", () => {
    const all = [{ slug: "harbor", name: "Harbor", username: null, fields: ["identity_token"] }];
    const definition = withSecret("hunter2");
    expect(unknownReferences(renderPlain(definition, []), definition, all)).toEqual([]);
  });
});

const apply = (text: string, changes: ReturnType<typeof smallestChanges>) =>
  changes
    .toReversed()
    .reduce((rest, { from, to, insert }) => rest.slice(0, from) + insert + rest.slice(to), text);

describe("the smallest changes", () => {
  it.each([
    ["", "a\n"],
    ["a\nb\nc\n", "a\nx\nc\n"],
    ["a: b\nc: d\n", 'a: "b"\nc: "d"\n'],
    ["a\nb\n", "b\n"],
    ["aa", "aaa"],
    ["same", "same"],
  ])("make %j to %j", (before, after) => expect(apply(before, smallestChanges(before, after))).toBe(after));

  it("touch only the lines that differ", () => {
    expect(smallestChanges("a: b\nkeep\nc: d", 'a: "b"\nkeep\nc: "d"')).toEqual([
      { from: 3, to: 4, insert: '"b"' },
      { from: 13, to: 14, insert: '"d"' },
    ]);
  });
});

it("says that texts differ only in the places of their notes", () => {
  expect(hasSameContent("a: 1 \n# note\n", "# note\n\na: 1 ")).toBe(true);
  expect(hasSameContent("a: 1", 'a: "1"')).toBe(false);
});
