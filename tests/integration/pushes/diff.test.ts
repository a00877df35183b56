import { describe, expect, it } from "vitest";
import { diffFiles, diffWanted } from "@/lib/server/pushes/diff";
import { temporaryDatabase } from "@/tests/support/database";

temporaryDatabase();

const mirrors = (count: number, host: string) =>
  `mirrors:\n${Array.from({ length: count }, (_, at) => `  r${at}.example.com:\n    endpoint: ["https://${host}/${at}"]\n`).join("")}`;
const shown = (before: string, after: string) =>
  diffFiles(before, after, []).lines.map((line) =>
    line.kind === "gap" ? `gap ${line.count}` : `${line.kind} ${line.text.trim()}`,
  );

describe("the diff of a push", () => {
  it("shows that a secret changed, and neither of its values", () => {
    const file = (password: string) => `configs:\n  h:\n    auth:\n      password: ${password}\n`;
    const lines = shown(file("old-s3cret"), file("new-s3cret"));
    expect(lines.filter((line) => /^(added|removed) password/.test(line))).toHaveLength(2);
    expect(lines.join()).not.toContain("s3cret");
  });

  it("hides what somebody left in a comment of the node's file", () => {
    const lines = shown("mirrors:\n  # password: s3cret\n  # see the wiki\n  m:\n", "mirrors:\n  m:\n");
    expect(lines.join()).not.toContain("s3cret");
    expect(lines).toContain("removed # see the wiki");
  });

  it("hides the rest of a secret that YAML takes for a comment", () => {
    const auth = "      password: first #s3cret\n      username: u # of the team\n";
    const lines = shown(`configs:\n  h:\n    auth:\n${auth}`, "mirrors:\n  m:\n");
    expect(lines.join()).not.toMatch(/first|s3cret/);
    expect(lines.join()).toContain("of the team");
  });

  it("keeps three lines around a change and counts the others", () => {
    const wanted = mirrors(20, "m.example.com");
    const lines = shown(wanted.replace("m.example.com/10", "x.example.com/10"), wanted);
    expect(lines[0]).toMatch(/^gap \d+$/);
    expect(lines.at(-1)).toMatch(/^gap \d+$/);
    expect(lines.filter((line) => line.startsWith("same"))).toHaveLength(6);
    expect(shown(wanted, wanted)).toEqual([]);
  });

  it("is made once for all nodes that hold one text", () => {
    const wanted = {
      text: mirrors(2, "new.example.com"),
      certificates: [],
      templates: [],
      hide: (texts: Record<string, string>) => texts,
    };
    const old = mirrors(2, "old.example.com");
    const first = diffWanted(old, wanted);
    expect(first).toEqual(diffFiles(old, wanted.text, []));
    expect(diffWanted(old, wanted)).toBe(first);
    expect(diffWanted(wanted.text, wanted).lines).toEqual([]);
    expect(diffWanted(old, { ...wanted, text: old }).lines).toEqual([]);
  });

  it("holds the server up for a moment only when two large files have nothing in common", () => {
    const started = performance.now();
    const diff = diffFiles(mirrors(4000, "old.example.com"), mirrors(4000, "new.example.com"), []);
    expect(diff.lines.length + diff.cut).toBeGreaterThanOrEqual(8000);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
