import { checkPattern } from "../checks/rewrite-pattern";
import type { LintContext } from "./context";
import { renameKey, replaceScalar } from "./edit";
import type { FieldCheck } from "./field-checks";
import { isFree } from "./field-rule";
import type { Fix } from "./rule";

type More = (check: FieldCheck, context: LintContext) => Fix[];

const writePattern = (context: LintContext, slot: FieldCheck["slot"], right: string): Fix => ({
  id: "write-pattern",
  params: { right },
  safe: false,
  apply: () => renameKey(context, slot, right),
});

/** Offers another pattern, where one can be told, it compiles and no other rule has it. */
export function ofPattern(mend: (pattern: string) => string | null): More {
  return ({ value, part, slot }, context) => {
    const right = part === "key" ? mend(value) : null;
    if (right === null || right === value || !isFree(slot, right)) return [];
    return checkPattern(right).finding === null ? [writePattern(context, slot, right)] : [];
  };
}

/** A star alone is how shells say what RE2 calls `.*`. */
export const mendStar = (pattern: string) => pattern.replace(/(^|[(|^/])\*/g, "$1.*");

/** Cuts the pattern before the tag or digest, if no group goes with it. */
export function cutTag(pattern: string): string | null {
  const [, name, rest, end = ""] = /^([^:@[]+)[:@]([^()]*?)(\$?)$/.exec(pattern) ?? [];
  return name === undefined || rest === undefined || name === "^" ? null : name + end;
}

/** What a pattern takes of a name that is not spelled out. */
const anything = /(?:\.|\[[^\]]*\])[*+]\??(?!.*(?:\.|\[[^\]]*\])[*+])/;

/** Puts the open part of a pattern in parentheses, or all of it between the anchors. */
function withGroup(pattern: string): string {
  return anything.test(pattern)
    ? pattern.replace(anything, (part) => `(${part})`)
    : pattern.replace(/^(\^?)(.*?)(\$?)$/, "$1($2)$3");
}

/** Makes the group that `$1` refers to, or names the only group there is. */
export function groupFixes({ found, value, slot }: FieldCheck, context: LintContext): Fix[] {
  const text = String(found.params["text"] ?? "");
  if (found.params["groups"] === 1 && /^\$\{?[a-z_]/i.test(text)) {
    const right = value.replace(text, () => "$" + "{1}");
    return [
      { id: "write", params: { right }, safe: false, apply: () => replaceScalar(context, slot.node, right) },
    ];
  }
  if (found.params["groups"] !== 0 || !/^\$\{?1\}?$/.test(text)) return [];
  const right = withGroup(slot.name);
  if (!isFree(slot, right) || checkPattern(right).groups?.count !== 1) return [];
  return [writePattern(context, slot, right)];
}
