import { createTranslator, type Messages } from "use-intl/core";
import { beforeAll, describe, expect, it } from "vitest";
import { groupChanges, signOf } from "@/components/configurations/revisions/group-changes";
import type { Change, ChangeCode, ChangeParams } from "@/lib/domain/registries/compare/change";
import { type Locale, locales } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";

/** One of each, so that a code without a sentence is seen here; the type keeps the list whole. */
const samples: { [Code in ChangeCode]: ChangeParams[Code] } = {
  "section-empty": { change: "written", section: "mirrors" },
  "section-note": { change: "added", section: "configs" },
  "entries-moved": { section: "mirrors", count: 2 },
  "end-note": { change: "removed" },
  "mirror-added": { endpoints: 2, rewrites: 1 },
  "host-added": { login: "yes", tls: "no" },
  "auth-added": {},
  removed: {},
  renamed: { before: "docker.io" },
  note: { change: "changed" },
  "endpoint-added": { url: "https://a", position: 3 },
  "endpoint-removed": { url: "https://a", position: 1 },
  "endpoint-changed": { before: "https://a", after: "https://b", position: 1 },
  "endpoint-moved": { url: "https://a", from: 2, to: 1 },
  "endpoint-note": { change: "added", url: "https://a" },
  "endpoints-empty": { change: "dropped" },
  "rewrite-added": { pattern: "^a", replacement: "b" },
  "rewrite-removed": { pattern: "^a", replacement: "b" },
  "rewrite-changed": { pattern: "^a", before: "b", after: "c" },
  "rewrite-pattern": { before: "^a", after: "^b", replacement: "c" },
  "rewrite-note": { change: "added", pattern: "^a" },
  "rewrites-moved": { count: 1 },
  "rewrites-empty": { change: "written" },
  "login-added": { kind: "credential", credential: "robot" },
  "login-removed": {},
  "credential-replaced": { before: "robot", after: "admin" },
  "credential-version": { credential: "robot", before: 3, after: 4 },
  "auth-set": { field: "password", kind: "hidden", value: "" },
  "auth-replaced": { field: "username", kind: "credential", value: "robot" },
  "auth-removed": { field: "auth" },
  "username-changed": { before: "a", after: "b" },
  "file-set": { file: "ca_file", kind: "certificate", value: "corp" },
  "file-replaced": { file: "ca_file", kind: "path", value: "/b", before: "corp", beforeKind: "certificate" },
  "file-removed": { file: "key_file", kind: "path", value: "/k" },
  "certificate-version": { certificate: "corp", before: 1, after: 2 },
  "verification-off": {},
  "verification-on": {},
  "tls-empty": { change: "written" },
  "extra-added": { place: "auth", key: "token" },
  "extra-removed": { place: "file", key: "x" },
  "extra-changed": { place: "tls", key: "x" },
  "extra-note": { change: "changed", key: "x" },
  "extras-moved": { place: "mirror" },
  "template-added": {},
  "template-changed": {},
  "template-removed": {},
};
const codes = Object.keys(samples) as ChangeCode[];

const changeOf = (code: ChangeCode, name = "a"): Change =>
  ({ subject: { kind: "mirror", name }, code, params: samples[code] }) as Change;

describe.each(locales)("the sentences in %s", (locale: Locale) => {
  let messages: Messages;
  beforeAll(async () => {
    messages = await loadMessages(locale);
  });

  it.each(codes)("tell %s whole", (code) => {
    const t = createTranslator({ locale, messages, namespace: "revisions.told" });
    const quoted: string[] = [];
    const v = (text: unknown) => {
      quoted.push(String(text));
      return `«${text}»`;
    };
    const text = String(t.markup(code, { ...samples[code], v }));
    expect(text).toMatch(/[.。]$/);
    expect(text).not.toMatch(/[{}<>]|undefined/);
    const values = Object.entries(samples[code]).flatMap(([name, value]) =>
      /^(url|before|after|pattern|replacement|key|credential|certificate|value|file)$/.test(name) &&
      typeof value === "string" &&
      value !== ""
        ? [value]
        : [],
    );
    for (const value of values) expect(quoted).toContain(value);
  });
});

describe("changes in a list", () => {
  it("stand under the entry they are about, in the order they are told in", () => {
    const file = { ...changeOf("note"), subject: { kind: "file" } } as Change;
    const changes = [file, changeOf("endpoint-moved"), changeOf("removed", "b"), changeOf("note")];
    expect(groupChanges(changes).map(({ key, changes: of }) => [key, of.map(({ code }) => code)])).toEqual([
      ["file", ["note"]],
      ["mirror a", ["endpoint-moved", "note"]],
      ["mirror b", ["removed"]],
    ]);
  });

  it.each([
    ["mirror-added", "added"],
    ["file-set", "added"],
    ["section-note", "added"],
    ["tls-empty", "added"],
    ["removed", "removed"],
    ["template-added", "added"],
    ["template-changed", "changed"],
    ["template-removed", "removed"],
    ["auth-removed", "removed"],
    ["end-note", "removed"],
    ["endpoints-empty", "removed"],
    ["note", "changed"],
    ["endpoint-moved", "changed"],
    ["verification-off", "warning"],
  ] as const)("%s is marked as %s", (code, sign) => {
    expect(signOf(changeOf(code))).toBe(sign);
  });
});
