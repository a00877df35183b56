/** Rows from one place up to another, which is not one of them. */
export type Span = { from: number; to: number };
export type Segment = { kind: "row"; index: number } | ({ kind: "gap" } & Span);

/** A list as it stands on the page: rows that are drawn, and gaps as high as the rows that are not. */
export function segmentsOf(count: number, isDrawn: (index: number) => boolean): Segment[] {
  const segments: Segment[] = [];
  for (let index = 0; index < count; index++) {
    const last = segments.at(-1);
    if (isDrawn(index)) segments.push({ kind: "row", index });
    else if (last?.kind === "gap") last.to = index + 1;
    else segments.push({ kind: "gap", from: index, to: index + 1 });
  }
  return segments;
}

type Box = Segment & { top: number; bottom: number };

/** The rows that stand at least partly between two heights; null where none does. A gap is as if of equal rows. */
export function spanBetween(boxes: readonly Box[], top: number, bottom: number): Span | null {
  const spans = boxes
    .filter((box) => box.bottom >= top && box.top <= bottom)
    .map((box): Span => {
      if (box.kind === "row") return { from: box.index, to: box.index + 1 };
      const height = (box.bottom - box.top) / (box.to - box.from);
      const placeAt = (at: number) => (at - box.top) / height;
      return {
        from: Math.max(box.from, box.from + Math.floor(placeAt(top))),
        to: Math.min(box.to, box.from + Math.ceil(placeAt(bottom))),
      };
    });
  if (spans.length === 0) return null;
  return { from: Math.min(...spans.map(({ from }) => from)), to: Math.max(...spans.map(({ to }) => to)) };
}
