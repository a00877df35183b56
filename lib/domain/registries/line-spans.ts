/** The lines of the text that a part of the definition takes up, from 1, its note included. */
export interface LineSpan {
  readonly first: number;
  readonly last: number;
}

/** Where each part of a definition stands, by the same paths that `parse` gives positions for. */
export interface LineSpans {
  get(path: string): LineSpan | undefined;
}

/** Lines that were written once, with where the parts they hold stand, counted from where they begin. */
export interface Piece {
  readonly lines: readonly string[];
  readonly spans: LineSpans;
}

/** Spans that were noted one by one, and pieces as a whole: of thousands of parts a few are asked for. */
export class NotedSpans implements LineSpans {
  private readonly own = new Map<string, LineSpan>();
  private readonly pieces = new Map<string, { before: number; spans: LineSpans }>();

  note(path: string, span: LineSpan): void {
    this.own.set(path, span);
  }

  /** `path` is that of an entry, such as `mirrors/2`; `before`, how many lines stand above it. */
  notePiece(path: string, before: number, { spans }: Piece): void {
    this.pieces.set(path, { before, spans });
  }

  get(path: string): LineSpan | undefined {
    const own = this.own.get(path);
    if (own) return own;
    const entry = path.split("/", 2).join("/");
    const piece = this.pieces.get(entry);
    const span = piece?.spans.get(path.slice(entry.length + 1));
    return piece && span && { first: piece.before + span.first, last: piece.before + span.last };
  }
}
