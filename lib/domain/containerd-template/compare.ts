import type { Change, Detail } from "@/lib/domain/registries/compare/change";
import { byTemplateName, type ManagedTemplate } from "./managed";

/** A template before and after; the empty text where there is none. */
export type TemplatePair = Pick<ManagedTemplate, "name"> & { before: string; after: string };

/** The templates that are not the same, by name. None is stored empty, so an empty text says there is none. */
export function pairTemplates(
  before: readonly ManagedTemplate[],
  after: readonly ManagedTemplate[],
): TemplatePair[] {
  const names = new Set([...before, ...after].map(({ name }) => name));
  const textOf = (list: readonly ManagedTemplate[], name: string) =>
    list.find((template) => template.name === name)?.text ?? "";
  return [...names]
    .map((name) => ({ name, before: textOf(before, name), after: textOf(after, name) }))
    .filter((pair) => pair.before !== pair.after)
    .sort(byTemplateName);
}

function detailOf({ before, after }: TemplatePair): Detail {
  if (before === "") return { code: "template-added", params: {} };
  return after === "" ? { code: "template-removed", params: {} } : { code: "template-changed", params: {} };
}

/** The same in sentences. */
export const templateChanges = (pairs: readonly TemplatePair[]): Change[] =>
  pairs.map((pair) => ({ subject: { kind: "template", name: pair.name }, ...detailOf(pair) }));
