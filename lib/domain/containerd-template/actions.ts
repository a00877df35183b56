import { fail, ok, type Result } from "@/lib/domain/result";
import type { TemplateReason } from "./facts";

/** A piece of a Go template: text as it stands, or what stands between `{{` and `}}`, without trim marks. */
export type Piece = { kind: "text" | "action" | "comment"; source: string; offset: number };

export type TemplateFault = { reason: TemplateReason; offset: number };

const opening = /\{\{(-(?=[ \t\r\n]))?/g;

/** The end of a quoted text that starts at `from`, or -1. Only raw texts go over lines. */
function endOfQuote(text: string, from: number): number {
  const quote = text[from];
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === quote) return at + 1;
    if (quote === "`") continue;
    if (text[at] === "\n") return -1;
    if (text[at] === "\\") at += 1;
  }
  return -1;
}

/** Where `}}` stands that ends the action, quoted texts left out; -1 where none does. */
function endOfAction(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    if (text.startsWith("}}", at)) return at;
    const quoted = text[at] === '"' || text[at] === "'" || text[at] === "`";
    at = quoted ? endOfQuote(text, at) : at + 1;
    if (at < 0) return -1;
  }
  return -1;
}

function readAction(text: string, from: number): Piece & { next: number } {
  const start = text.slice(from).search(/\S|$/) + from;
  if (text.startsWith("/*", start)) {
    const close = text.indexOf("*/", start + 2);
    const end = /^(?:\s+-)?\}\}/.exec(close < 0 ? "" : text.slice(close + 2, close + 40));
    return { kind: "comment", source: "", offset: from, next: end ? close + 2 + end[0].length : -1 };
  }
  const end = endOfAction(text, from);
  const source = text.slice(from, Math.max(end, from)).replace(/\s-$/, "").trim();
  return { kind: "action", source, offset: from, next: end < 0 ? -1 : end + 2 };
}

/** Cuts a template into its pieces, as Go's text/template does (text/template/parse/lex.go). */
export function cutTemplate(text: string): Result<Piece[], TemplateFault> {
  const pieces: Piece[] = [];
  let at = 0;
  opening.lastIndex = 0;
  for (let open = opening.exec(text); open !== null; open = opening.exec(text)) {
    pieces.push({ kind: "text", source: text.slice(at, open.index), offset: at });
    const { next, ...piece } = readAction(text, open.index + open[0].length);
    if (next < 0) return fail({ reason: "unclosed", offset: open.index });
    pieces.push(piece);
    at = next;
    opening.lastIndex = next;
  }
  pieces.push({ kind: "text", source: text.slice(at), offset: at });
  return ok(pieces);
}
