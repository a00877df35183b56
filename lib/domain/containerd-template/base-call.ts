import { nameOf, type Placed, wordOf } from "./blocks";
import type { Entry } from "./entries";
import type { TemplateReason } from "./facts";

export type BaseCall = { offset: number; fault: TemplateReason | null };

const argumentOf = (source: string) => source.replace(/^template\s*(?:"[^"]*"|`[^`]*`)/, "").trim();

/** The first use of K3s's own template, and what is wrong with it. Null where the text stands alone. */
export function findBase(pieces: readonly Placed[], entries: readonly Entry[]): BaseCall | null {
  const calls = pieces.filter(
    ({ kind, source }) => kind === "action" && wordOf(source) === "template" && nameOf(source) === "base",
  );
  const call = calls.find(({ within }) => within.length === 0) ?? calls[0];
  if (call === undefined) return null;
  const { offset, within, source } = call;
  const data = argumentOf(source);
  if (data === "") return { offset, fault: "base-without-data" };
  if (within.length > 0) return { offset, fault: "conditional" };
  if (data !== "." && data !== "$") return { offset, fault: "unclear" };
  // The base begins with keys that must stand before the first table.
  const isLate = entries.some((entry) => entry.kind === "table" && entry.offset < offset);
  return { offset, fault: isLate ? "base-after-table" : null };
}
