import { pairTemplates } from "@/lib/domain/containerd-template/compare";
import type { TemplateName } from "@/lib/domain/containerd-template/facts";
import type { ManagedTemplate } from "@/lib/domain/containerd-template/managed";
import { findTextFaults } from "@/lib/domain/containerd-template/text-faults";
import { templateNames } from "@/lib/domain/registries/target";

/** The revision an edit began from. */
export type TemplatesBase = { number: number; templates: readonly ManagedTemplate[] };

/** What stands in the page, by name; a template that is not there has no key. */
export type Texts = Partial<Record<TemplateName, string>>;

/** The name that present releases read stands first. */
export const shownNames: readonly TemplateName[] = templateNames.toReversed();

export const toTexts = (templates: readonly ManagedTemplate[]): Texts =>
  Object.fromEntries(templates.map(({ name, text }) => [name, text]));

export const toTemplates = (texts: Texts): ManagedTemplate[] =>
  shownNames.flatMap((name) => {
    const text = texts[name];
    return text === undefined ? [] : [{ name, text }];
  });

/** Whether each of them may be stored. */
export const areStorable = (texts: Texts): boolean =>
  toTemplates(texts).every(({ text }) => findTextFaults(text).length === 0);

/** How many templates are not as they were. */
export const countChanged = ({ templates }: TemplatesBase, texts: Texts): number =>
  pairTemplates(templates, toTemplates(texts)).length;
