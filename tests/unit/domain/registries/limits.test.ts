import { describe, expect, test } from "vitest";
import { decode } from "@/lib/domain/registries/decode";
import { parse } from "@/lib/domain/registries/parse";
import { render } from "@/lib/domain/registries/render";

const errorOf = (text: string) => {
  const decoded = decode(text);
  return decoded.ok ? null : decoded.error;
};

/** A chain of merges, each within the one before. */
const nestedMerges = (depth: number) => `mirrors: ${"{<<: ".repeat(depth)}{a: }${"}".repeat(depth)}\n`;

function laughs(levels: number, key: string): string {
  const lines = Array.from({ length: levels }, (_, at) => {
    const aliases = Array.from({ length: 9 }, () => `*l${at - 1}`).join(", ");
    return at === 0 ? "l0: &l0 [a]" : `l${at}: &l${at} [${aliases}]`;
  });
  return `${lines.join("\n")}\n${key}: *l${levels - 1}\n`;
}

describe("limits", () => {
  test.each([
    ["flow lists", `x: ${"[".repeat(300_000)}`],
    ["flow maps", `x: ${"{".repeat(300_000)}`],
    ["block lists", "- ".repeat(300_000)],
  ])("ends deep nesting of %s in the depth error", (_name, text) => {
    expect(errorOf(text)).toBe("yaml: exceeded max depth of 10000");
    expect(parse(text)).toMatchObject({ ok: false, error: "yaml: exceeded max depth of 10000", line: 1 });
  });

  test("reads nesting up to the bound without overflowing the stack", () => {
    const depth = 9_999;
    const text = `x: ${"[{a: ".repeat(depth / 3)}1${"}]".repeat(depth / 3)}\nmirrors: {}\n`;
    expect(decode(text)).toEqual({ ok: true, result: { mirrors: {}, configs: null, auths: null } });
    const parsed = parse(text);
    expect(parsed.ok && parsed.remarks.map(({ code }) => code)).toContain("extra-dropped");
  });

  test("follows merges nested deeper than a call stack reaches", () => {
    expect(decode(nestedMerges(9_000))).toMatchObject({ ok: true, result: { mirrors: { a: {} } } });
  });

  test("follows a chain of merged aliases", () => {
    const links = Array.from({ length: 20_000 }, (_, at) => `m${at + 1}: &m${at + 1} {<<: *m${at}}\n`);
    const text = `m0: &m0 {a: }\n${links.join("")}mirrors: *m20000\n`;
    expect(decode(text)).toMatchObject({ ok: true, result: { mirrors: { a: {} } } });
  });

  test("refuses texts that grow by aliases where K3s follows them", () => {
    const merges = Array.from({ length: 8 }, (_, at) => {
      const aliases = Array.from({ length: 9 }, () => `*m${at}`).join(", ");
      return `m${at + 1}: &m${at + 1} {<<: [${aliases}]}\n`;
    });
    expect(errorOf(`m0: &m0 {a: }\n${merges.join("")}mirrors: *m8\n`)).toBe(
      "yaml: document contains excessive aliasing",
    );
  });

  test("drops an unknown key that would grow without bound, and says so", () => {
    const parsed = parse(laughs(9, "big"));
    expect(parsed.ok && parsed.remarks.map(({ code }) => code)).toContain("extra-dropped");
    expect(parsed.ok && render(parsed.definition).length).toBeLessThan(1_000_000);
  });

  test("drops an unknown key that contains itself", () => {
    const parsed = parse("x: &a [*a]\nmirrors:\n");
    expect(parsed.ok && parsed.definition.extras).toEqual([]);
    expect(parsed.ok && parsed.remarks.map(({ code }) => code)).toContain("extra-dropped");
  });

  test("stays quick on many comments, entries and lines", () => {
    const comments = " # c\n".repeat(20_000);
    const entries = Array.from({ length: 5_000 }, (_, at) => `  r${at}.example: {endpoint: [a, b]}\n`).join(
      "",
    );
    const started = performance.now();
    const parsed = parse(`mirrors:\n${entries}${comments}configs:\n`);
    expect(parsed.ok && parsed.definition.mirrors?.length).toBe(5_000);
    expect(parsed.ok && render(parsed.definition).split("\n").length).toBeGreaterThan(25_000);
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  test("stays quick on one key that is given again and again with a comment", () => {
    const started = performance.now();
    const parsed = parse(`mirrors: {${"a: {}, # x\n".repeat(40_000)}}`);
    expect(parsed.ok && parsed.definition.mirrors?.length).toBe(1);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
