import type { LintContext } from "./context";
import { replaceScalar } from "./edit";
import type { Place, Rule } from "./rule";
import { sources } from "./sources";
import { slotPath } from "./view";

/** Quotes of an input method or a word processor, which YAML takes for letters. */
const wrapped = /^[“”„‟‘’‛「」『』＂＇]([\s\S]*)[“”„‟‘’‛「」『』＂＇]$/u;

/** Endpoints tell it themselves, for such a URL is none. */
const isEndpoint = (path: readonly (string | number)[]) => path[2] === "endpoint";

function findWrapped(context: LintContext): Place[] {
  return context.binding.slots.flatMap((slot): Place[] => {
    const { node, cell } = slot;
    if (node.kind !== "scalar" || node.style !== "plain" || cell?.kind !== "string") return [];
    const right = wrapped.exec(node.value)?.[1];
    if (right === undefined) return [];
    const path = slotPath(slot);
    if (isEndpoint(path)) return [];
    const apply = () => replaceScalar(context, node, right);
    return [{ path, range: context.range(node), fixes: [{ id: "straight-quotes", safe: false, apply }] }];
  });
}

export const quoteRules: readonly Rule[] = [
  { code: "curly-quotes", severity: "warning", source: sources.yaml, find: findWrapped },
];
