import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync("components/ui/styles/tokens.css", "utf8");
const pairs = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = "", light = "", dark = ""]) => [name, { light, dark }],
  ),
);
const schemes = ["light", "dark"] as const;

function colour(name: string, scheme: (typeof schemes)[number]): string {
  if (name === "on-solid") return "#ffffff";
  const pair = pairs.get(name);
  if (!pair) throw new Error(`No token ${name}`);
  return pair[scheme];
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ["bg", "bg-subtle", "bg-inset", "bg-float", "bg-ground", "bg-sheet"];
const tones = ["ok", "warn", "error", "info", "drift", "neutral"];

describe.each(schemes)("the colours in %s", (scheme) => {
  const between = (front: string, back: string) => contrast(colour(front, scheme), colour(back, scheme));

  it.each(["fg", "fg-muted", "fg-subtle", "link", ...tones])("read %s as text on every ground", (front) => {
    for (const back of grounds) expect(between(front, back), back).toBeGreaterThanOrEqual(4.5);
  });

  it.each(tones)("read %s as text on its tint", (tone) => {
    expect(between(tone, `${tone}-tint`)).toBeGreaterThanOrEqual(4.5);
    expect(between("fg", `${tone}-tint`)).toBeGreaterThanOrEqual(7);
  });

  it.each(["diff-add", "diff-add-word", "diff-del", "diff-del-word"])("read text on %s", (back) => {
    expect(between("fg", back)).toBeGreaterThanOrEqual(7);
  });

  it.each(["code-key", "code-string", "code-number", "code-bool", "code-comment"])("read %s", (front) => {
    for (const back of ["bg", "bg-subtle"]) expect(between(front, back), back).toBeGreaterThanOrEqual(4.5);
  });

  it.each(["primary", "primary-strong", "danger", "danger-strong"])("read white on %s", (back) => {
    expect(between("on-solid", back)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(["border-control", "focus", "primary", "danger"])("see %s beside every ground", (front) => {
    for (const back of ["bg", "bg-subtle", "bg-sheet"])
      expect(between(front, back), back).toBeGreaterThanOrEqual(3);
  });
});
