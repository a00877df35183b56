import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode } from "@/lib/domain/registries/decode";
import { parse } from "@/lib/domain/registries/parse";
import { render, renderLines } from "@/lib/domain/registries/render";
import type { Definition } from "@/lib/domain/registries/schema";
import { runs } from "@/tests/support/runs";
import { definition, yamlText } from "./arbitraries";

const usual = runs(1000);

function parsed(text: string): Definition {
  const result = parse(text);
  if (!result.ok) throw new Error(`${result.error} in ${JSON.stringify(text)}`);
  return result.definition;
}

// A busy machine may take its time.
describe("laws of parse and render", () => {
  test("what K3s reads stays the same through an import", () => {
    fc.assert(
      fc.property(yamlText, (text) => {
        const before = decode(text);
        fc.pre(before.ok);
        expect(decode(render(parsed(text)))).toEqual(before);
      }),
      usual,
    );
  });

  test("parse refuses exactly what K3s refuses, in its words", () => {
    fc.assert(
      fc.property(yamlText, (text) => {
        const decoded = decode(text);
        const result = parse(text);
        expect(result.ok).toBe(decoded.ok);
        if (!decoded.ok && !result.ok) expect(result.error).toBe(decoded.error);
      }),
      usual,
    );
  });

  test("an imported file is in normal form: opening and saving changes nothing", () => {
    fc.assert(
      fc.property(yamlText, (text) => {
        fc.pre(decode(text).ok);
        const first = parsed(text);
        const rendered = render(first);
        expect(parsed(rendered)).toEqual(first);
        expect(render(parsed(rendered))).toBe(rendered);
      }),
      usual,
    );
  });

  test("a definition comes back from its file as it was", () => {
    fc.assert(
      fc.property(definition, (value) => {
        const text = render(value);
        expect(parsed(text)).toEqual(value);
        expect(render(parsed(text))).toBe(text);
        expect(render(structuredClone(value))).toBe(text);
      }),
      usual,
    );
  });

  test("notes, order and unknown keys survive a reorder of entries", () => {
    fc.assert(
      fc.property(definition, (value) => {
        const { mirrors, registryHosts } = value;
        const reversed: Definition = {
          ...value,
          mirrors: mirrors?.toReversed() ?? null,
          registryHosts: registryHosts?.toReversed() ?? null,
        };
        expect(parsed(render(reversed))).toEqual(reversed);
      }),
      runs(300),
    );
  });

  test("parse finds each part on the lines render says it wrote", () => {
    fc.assert(
      fc.property(definition, (value) => {
        const { text, lines } = renderLines(value);
        const result = parse(text);
        expect(result.ok).toBe(true);
        if (!result.ok) return;
        for (const [path, { start }] of result.positions) {
          const span = lines.get(path);
          expect(span, path).toBeDefined();
          expect(start.line).toBeGreaterThanOrEqual(span?.first ?? Number.POSITIVE_INFINITY);
          expect(start.line).toBeLessThanOrEqual(span?.last ?? 0);
        }
      }),
      runs(300),
    );
  });
});
