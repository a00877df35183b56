import { NotedSpans, type Piece } from "./line-spans";
import { toNoteLines } from "./note-text";
import { quote } from "./yaml/quote";
import { resolveScalar, tags } from "./yaml/resolve";

/** A key with less than this before its colon needs no `?`; YAML's bound is 1024 characters. */
const longestImplicitKey = 1000;

/** A key that K3s does not know, plain where every reader takes it for the same text. */
export function extraKey(key: string): string {
  const isWord = /^[A-Za-z_][A-Za-z0-9_.-]*$/.test(key);
  const start = { index: 0, line: 0, column: 0 };
  const isText = isWord && resolveScalar({ value: key, tag: "", implicit: true, start }).tag === tags.text;
  return isText ? key : quote(key);
}

/** Lines of a file as they are written, with where each part of the definition came to stand. */
export class Layout {
  readonly spans = new NotedSpans();
  private readonly lines: string[] = [];

  private add(depth: number, text: string): void {
    this.lines.push(`${"  ".repeat(depth)}${text}`);
  }

  /** Runs `write` and keeps which lines it wrote. */
  span(path: string, write: () => void): void {
    const first = this.lines.length + 1;
    write();
    this.spans.note(path, { first, last: Math.max(first, this.lines.length) });
  }

  /** An empty line, unless it would be the first. */
  gap(): void {
    if (this.lines.length > 0) this.lines.push("");
  }

  note(depth: number, note: string): void {
    for (const line of toNoteLines(note)) this.add(depth, line === "" ? "#" : `# ${line}`);
  }

  /** `key: value`, or `key:` for a value that follows on deeper lines or is null. */
  pair(depth: number, key: string, value = ""): void {
    const rest = value === "" ? "" : ` ${value}`;
    if (key.length <= longestImplicitKey) {
      this.add(depth, `${key}:${rest}`);
      return;
    }
    this.add(depth, `? ${key}`);
    this.add(depth, `:${rest}`);
  }

  item(depth: number, value: string): void {
    this.add(depth, `- ${value}`);
  }

  toPiece(): Piece {
    return { lines: this.lines, spans: this.spans };
  }

  /** Writes again what an entry was written as. */
  paste(path: string, piece: Piece): void {
    this.spans.notePiece(path, this.lines.length, piece);
    for (const line of piece.lines) this.lines.push(line);
  }

  toString(): string {
    return `${this.lines.join("\n")}\n`;
  }
}
