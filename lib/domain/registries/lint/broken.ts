import type { CheckParams } from "../checks/finding";
import type { ScalarNode } from "../yaml/node";
import { quote } from "../yaml/quote";
import type { Range } from "../yaml/source";
import { findRemedies } from "./broken-fixes";
import { pathsOf } from "./broken-paths";
import type { Undecodable } from "./context";
import { applyEdits } from "./edit";
import { foreignToml } from "./foreign-file";
import { blanksAt } from "./invisible";
import type { Fix, Message } from "./rule";
import { sources } from "./sources";
import type { Path } from "./view";

/** A finding about a text that K3s cannot decode; all of them are errors. */
export interface BrokenPlace {
  readonly code: string;
  readonly path: Path;
  readonly message?: Message;
  readonly range: Range;
  readonly params: CheckParams;
  readonly fixes: readonly Fix[];
}

type Remedied = ReturnType<typeof findRemedies>[number];

interface BrokenRule {
  readonly code: string;
  readonly severity: "error";
  readonly source: string;
}

/** What a text that yaml.v2 refuses is told under. */
export const brokenRules: readonly BrokenRule[] = [
  { code: "yaml-parse", severity: "error", source: sources.yaml },
  { code: "yaml-star", severity: "error", source: sources.yaml },
  { code: "yaml-nbsp", severity: "error", source: sources.yaml },
  { code: "type", severity: "error", source: sources.yaml },
  { code: "other-file", severity: "error", source: sources.types },
];

export function findBroken(broken: Undecodable): BrokenPlace[] {
  const kind = foreignToml(broken);
  const found = broken.failure === null ? findMisfits(broken) : [findFailure(broken, broken.failure)];
  return kind === null ? found : [...found, { ...foreign(broken), params: { kind } }];
}

function foreign({ source }: Undecodable): Omit<BrokenPlace, "params"> {
  const first = source.positionAt(0);
  return { code: "other-file", path: [], range: { start: first, end: first }, fixes: [] };
}

const toFix = ({ id, safe, text }: Remedied): Fix => ({ id, safe, apply: () => text });

/** A text may be readable and fit no types for the same slips that make others unreadable. */
function findMisfits(broken: Undecodable): BrokenPlace[] {
  const remedies = findRemedies(broken);
  const [first, ...others] = findTypes(broken);
  const more = remedies.filter(({ code }) => code === "yaml-parse").map(toFix);
  const types = first === undefined ? [] : [{ ...first, fixes: [...more, ...first.fixes] }, ...others];
  return [...types, ...findBlanks(broken, remedies)];
}

/** Blanks nobody sees may have pushed an entry to another depth, where its type does not fit. */
function findBlanks(broken: Undecodable, remedies: readonly Remedied[]): BrokenPlace[] {
  const at = blanksAt(broken.text);
  const remedy = remedies.find(({ code }) => code === "yaml-nbsp");
  if (at === null || remedy === undefined) return [];
  const range = { start: broken.source.positionAt(at.start), end: broken.source.positionAt(at.end) };
  return [{ code: "yaml-nbsp", path: [], range, params: {}, fixes: [toFix(remedy)] }];
}

function findFailure(broken: Undecodable, failure: NonNullable<Undecodable["failure"]>): BrokenPlace {
  const remedies = findRemedies(broken);
  const code = remedies[0]?.code ?? "yaml-parse";
  const fixes = remedies.map(toFix);
  const start = broken.source.position(failure.mark ?? 0);
  const { text } = broken;
  const word = /^[^\s]+/.exec(text.slice(start.offset, start.offset + 200))?.[0] ?? "";
  const end = broken.source.positionAt(start.offset + word.length);
  return { code, path: [], range: { start, end }, params: { error: failure.message }, fixes };
}

function findTypes(broken: Undecodable): BrokenPlace[] {
  const paths = pathsOf(broken.document?.root ?? null, new Set(broken.faults.map(({ node }) => node)));
  return broken.faults.map(({ node, message }) => {
    const range = broken.source.range(node.start, node.end);
    const right = node.kind === "scalar" ? mendType(node, message) : null;
    const apply = () =>
      applyEdits(broken.text, [
        { start: range.start.offset, end: range.end.offset, text: right?.text ?? "" },
      ]);
    const fixes = right === null ? [] : [{ id: right.id, safe: true, apply }];
    return { code: "type", path: paths.get(node) ?? [], range, params: { error: `yaml: ${message}` }, fixes };
  });
}

const words: Readonly<Record<string, string>> = { "1": "true", "0": "false", on: "true", off: "false" };

/** A quoted boolean without its quotes, a lone text as a list of one. */
function mendType(node: ScalarNode, message: string): { id: string; text: string } | null {
  if (message.endsWith(" into bool")) {
    const word = node.value.trim().toLowerCase();
    const text = words[word] ?? word;
    return text === "true" || text === "false" ? { id: "unquote", text } : null;
  }
  if (
    message.endsWith(" into registries.Mirror") &&
    /^(?:https?:\/\/)?[\w.-]+\.[\w.:/-]+$/.test(node.value)
  ) {
    return { id: "make-endpoint", text: `{endpoint: [${quote(node.value)}]}` };
  }
  if (!message.endsWith(" into []string")) return null;
  const value = node.value.replace(/^[-－—–−]\s*/, "");
  return { id: "make-list", text: `[${quote(value)}]` };
}
