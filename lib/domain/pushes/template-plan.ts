import type { TemplateName } from "@/lib/domain/containerd-template/facts";
import { templateNames } from "@/lib/domain/registries/target";
import type { TemplateDigests } from "./held";

/** What a push does with one template: `keep` is one that is there already as it shall be. */
export type TemplateStep = {
  name: TemplateName;
  action: "write" | "remove" | "keep";
  /** It replaces one that Pullpath did not leave there. */
  foreign: boolean;
};

type Known = {
  present: TemplateDigests;
  wanted: TemplateDigests;
  /** What Pullpath last left on the node. */
  left: TemplateDigests;
};

/**
 * What a push does with the templates of a node. A revision without one takes away the one that Pullpath left and
 * nobody touched since; what somebody else put there stays.
 */
export function planTemplates({ present, wanted, left }: Known): TemplateStep[] {
  return templateNames.flatMap((name): TemplateStep[] => {
    const [there, goal] = [present.get(name), wanted.get(name)];
    const isOurs = there === left.get(name);
    if (goal === undefined)
      return there !== undefined && isOurs ? [{ name, action: "remove", foreign: false }] : [];
    if (there === goal) return [{ name, action: "keep", foreign: false }];
    return [{ name, action: "write", foreign: there !== undefined && !isOurs }];
  });
}

export const isChange = ({ action }: TemplateStep): boolean => action !== "keep";
