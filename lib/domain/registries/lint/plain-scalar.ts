import type { Slot } from "../cell";
import type { Severity } from "../checks/finding";
import { secretFields } from "../fields";
import type { YamlNode } from "../yaml/node";
import type { Comment } from "../yaml/token";
import type { LintContext } from "./context";
import { applyEdits } from "./edit";
import type { Place, Rule } from "./rule";
import { sources } from "./sources";
import { slotPath } from "./view";

type Loss = "anchor" | "tag" | "comment";

function aliasNames(context: LintContext): Set<string> {
  const names = new Set<string>();
  const waiting = context.document.root === null ? [] : [context.document.root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.kind === "alias") names.add(node.value);
    else if (node.kind !== "scalar") for (const child of node.children) waiting.push(child);
  }
  return names;
}

/** Comments that end a line behind a value, by that line. */
const commentsByLine = ({ document }: LintContext) =>
  new Map(document.comments.filter(({ own }) => !own).map((comment) => [comment.start.line, comment]));

/** Behind a secret `#` may start a comment or go on with the secret, which only a person knows. */
const isCut = ({ name, node }: Slot, comments: ReadonlyMap<number, Comment>) =>
  secretFields.some((field) => field === name) && comments.has(node.end.line);

function lossOf(slot: Slot, aliases: Set<string>, comments: ReadonlyMap<number, Comment>): Loss | null {
  const { node, cell } = slot;
  if (node.kind !== "scalar" || cell?.kind !== "string" || node.style !== "plain") return null;
  if (node.anchor !== "" && !aliases.has(node.anchor)) return "anchor";
  if (node.tag !== "" && !node.tag.startsWith("tag:yaml.org,2002:")) return "tag";
  return node.value !== "" && isCut(slot, comments) ? "comment" : null;
}

/** A secret that is swallowed lets every pull fail that needs it; one with a comment may be whole. */
const severityOf = (loss: Loss): Severity => (loss === "comment" ? "warning" : "error");

/** Values that YAML cuts or swallows without a word (yaml.v2 decodes what is left of them). */
function findRisks(context: LintContext): Place[] {
  const aliases = aliasNames(context);
  const comments = commentsByLine(context);
  return context.binding.slots.flatMap((slot): Place[] => {
    const loss = lossOf(slot, aliases, comments);
    if (loss === null) return [];
    return [
      {
        path: slotPath(slot),
        range: context.range(slot.node),
        params: { loss },
        severity: severityOf(loss),
        fixes: [{ id: "quote", safe: false, apply: () => quoteLine(context, slot.node) }],
      },
    ];
  });
}

/** Takes all that stands on the line for the value. */
function quoteLine({ source, text }: LintContext, node: YamlNode): string {
  const start = source.position(node.start).offset;
  const raw = /^[^\r\n]*/.exec(text.slice(start))?.[0].trimEnd() ?? "";
  return applyEdits(text, [{ start, end: start + raw.length, text: `'${raw.replace(/'/g, "''")}'` }]);
}

export const plainScalarRules: readonly Rule[] = [
  { code: "plain-scalar-risk", severity: "warning", source: sources.yaml, find: findRisks },
];
