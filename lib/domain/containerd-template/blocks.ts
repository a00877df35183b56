import { fail, ok, type Result } from "@/lib/domain/result";
import { cutTemplate, type Piece, type TemplateFault } from "./actions";

/** A piece with the actions it stands in, outermost first, as they are written. */
export type Placed = Piece & { within: readonly string[] };

/** Deeper ones change nothing: whatever stands in so many is conditional anyway. */
const mostGuards = 20;

const openers = new Set(["if", "range", "with", "define", "block"]);

/** Functions of text/template, and those that K3s adds (pkg/agent/templates: deschemify, toJson, filepathjoin). */
const functions = new Set(
  (
    "and or not len index slice print printf println html js urlquery call eq ne lt le gt ge true false nil " +
    "deschemify toJson filepathjoin"
  ).split(" "),
);

export const wordOf = (source: string): string => /^[a-z]+\b/.exec(source)?.[0] ?? "";

const quoted = /"(?:[^"\\\n]|\\.)*"|`[^`]*`|'(?:[^'\\\n]|\\.)*'/g;

const keywords = new Set([...openers, "else", "end", "template", "break", "continue"]);

/** Names that stand alone: everything that is no field, no variable and no quoted text is a function. */
function hasUnknownFunction(source: string): boolean {
  const plain = source.replace(quoted, " ").replace(/[.$][\w.]*/g, " ");
  const words = plain.match(/(?<![\w])[A-Za-z_]\w*/g) ?? [];
  return words.some((word, index) => !functions.has(word) && !(index < 2 && keywords.has(word)));
}

/** The name that `template`, `define` or `block` speak of. */
export const nameOf = (source: string): string => /^[a-z]+\s*["`]([^"`]*)["`]/.exec(source)?.[1] ?? "";

/** Enters or leaves what an action opens or ends; false where it stands out of place. */
function step(open: string[], source: string): boolean {
  const word = wordOf(source);
  const inner = wordOf(open.at(-1) ?? "");
  if (word === "define" && open.length > 0) return false;
  if (openers.has(word)) open.push(source);
  if (word === "end") return open.pop() !== undefined;
  if (word !== "else") return true;
  if (!["if", "range", "with", "else"].includes(inner)) return false;
  open[open.length - 1] = source;
  return true;
}

function checkNames(pieces: readonly Piece[]): TemplateFault | null {
  const actions = pieces.filter(({ kind }) => kind === "action");
  const named = (words: string[]) => actions.filter(({ source }) => words.includes(wordOf(source)));
  const known = new Set(["base", ...named(["define", "block"]).map(({ source }) => nameOf(source))]);
  const lost = named(["template"]).find(({ source }) => !known.has(nameOf(source)));
  if (lost) return { reason: "unknown-template", offset: lost.offset };
  const odd = actions.find(({ source }) => hasUnknownFunction(source));
  return odd ? { reason: "unknown-function", offset: odd.offset } : null;
}

/**
 * Reads a template as Go does before it fills it in: each piece with what it stands in, or the first thing for which
 * K3s refuses the whole file.
 */
export function readTemplate(text: string): Result<Placed[], TemplateFault> {
  const cut = cutTemplate(text);
  if (!cut.ok) return fail(cut.error);
  const open: string[] = [];
  const placed: Placed[] = [];
  for (const piece of cut.value) {
    if (piece.kind === "action" && !step(open, piece.source))
      return fail({ reason: "unbalanced", offset: piece.offset });
    placed.push({ ...piece, within: open.slice(0, mostGuards) });
  }
  if (open.length > 0) return fail({ reason: "unbalanced", offset: text.length });
  const fault = checkNames(cut.value);
  return fault ? fail(fault) : ok(placed);
}
