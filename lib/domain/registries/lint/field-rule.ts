import type { Severity } from "../checks/finding";
import { fixesOf } from "../checks/fix";
import type { LintContext } from "./context";
import { renameKey, replaceScalar } from "./edit";
import type { FieldCheck } from "./field-checks";
import type { Fix, Place, Rule } from "./rule";

interface FieldRule {
  readonly code: string;
  readonly source: string;
  readonly severity: Rule["severity"];
  /** The first text the check proposes can only have been meant. */
  readonly safe?: true;
  readonly keep?: (check: FieldCheck, context: LintContext) => boolean;
  readonly more?: (check: FieldCheck, context: LintContext) => Fix[];
  /** For one target a place may be graver than the check says. */
  readonly severityOf?: (check: FieldCheck, context: LintContext) => Severity | undefined;
}

/** Whether a key can take this name; two entries of one name would lose one of them. */
export function isFree(slot: FieldCheck["slot"], name: string): boolean {
  const siblings = slot.parent?.cell;
  return siblings?.kind !== "map" || siblings.entries === null || !siblings.entries.has(name);
}

function writeFixes(context: LintContext, check: FieldCheck, safe: boolean): Fix[] {
  const { found, value, part, slot } = check;
  return fixesOf(found, value)
    .filter((right) => part === "value" || isFree(slot, right))
    .map((right, at) => ({
      id: at === 0 ? "write" : `write-${at + 1}`,
      params: { right },
      safe: safe && at === 0,
      apply: () =>
        part === "key" ? renameKey(context, slot, right) : replaceScalar(context, slot.node, right),
    }));
}

/** A row of the table for what the field checks of the editor already know. */
export function fieldRule(rule: FieldRule): Rule {
  const toPlace = (context: LintContext, check: FieldCheck): Place => {
    const { found, part, slot, path } = check;
    const severity = rule.severityOf?.(check, context);
    return {
      path,
      range: part === "key" ? context.keyRange(slot) : context.range(slot.node),
      params: found.params,
      message: { catalogue: "findings", key: found.code },
      ...(severity && { severity }),
      fixes: [...writeFixes(context, check, rule.safe ?? false), ...(rule.more?.(check, context) ?? [])],
    };
  };
  const { code, source, severity } = rule;
  return {
    code,
    source,
    severity,
    find: (context) =>
      context
        .checks(code)
        .filter((check) => rule.keep?.(check, context) ?? true)
        .map((check) => toPlace(context, check)),
  };
}
