import type { LintContext } from "./context";
import { renameKey } from "./edit";
import { fieldRule } from "./field-rule";
import { cutTag, groupFixes, mendStar, ofPattern } from "./rewrite-fixes";
import type { Place, Rule } from "./rule";
import { sources } from "./sources";

/** Patterns that begin wherever they like but take all that stands before them along. */
const takesStart = /^(?:\(\?[a-zA-Z]+\))?\(*(?:\?:|\?P?<\w+>)?\(*(?:\^|\\A|\.[*+]|\[\^[^\]]*\][*+])/;

/** Without an anchor a pattern also replaces in the middle of a name (Go's ReplaceAllString). */
function findUnanchored(context: LintContext): Place[] {
  const rules = context.view.mirrors.flatMap(({ rewrites }) => rewrites);
  return rules
    .filter(
      ({ pattern }) =>
        pattern !== "" && pattern.length <= 4096 && !takesStart.test(pattern) && !pattern.includes("|"),
    )
    .map(({ pattern, slot, path }) => {
      const right = `^${pattern}`;
      return {
        path,
        range: context.keyRange(slot),
        params: { pattern, right },
        fixes: [
          { id: "write", params: { right }, safe: false, apply: () => renameKey(context, slot, right) },
        ],
      };
    });
}

/** One rewrite by itself. */
export const rewriteRules: readonly Rule[] = [
  fieldRule({ code: "rewrite-toml", severity: "error", source: sources.templates, safe: true }),
  fieldRule({
    code: "rewrite-syntax",
    severity: "error",
    source: sources.rewrites,
    safe: true,
    more: ofPattern(mendStar),
  }),
  fieldRule({ code: "rewrite-group", severity: "error", source: sources.rewrites, more: groupFixes }),
  fieldRule({ code: "rewrite-tag", severity: "warning", source: sources.rewrites, more: ofPattern(cutTag) }),
  fieldRule({ code: "rewrite-empty", severity: "warning", source: sources.rewrites }),
  fieldRule({ code: "rewrite-leading-slash", severity: "warning", source: sources.rewrites }),
  { code: "rewrite-unanchored", severity: "warning", source: sources.rewrites, find: findUnanchored },
];
