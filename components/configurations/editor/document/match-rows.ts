import { isEntry } from "./share";

/** What tells one entry of a list from another, by the name of its key. */
const identities = ["name", "host", "url", "pattern", "key"] as const;

const texts = new WeakMap<object, string>();

/** Rows are parts of states, which stay as they are, so each is written once. */
function textOfRow(row: unknown): string {
  if (!isEntry(row)) return JSON.stringify(row);
  const text = texts.get(row) ?? JSON.stringify(row);
  texts.set(row, text);
  return text;
}

function identityOf(row: unknown): string {
  const key = isEntry(row) ? identities.find((each) => each in row) : undefined;
  return isEntry(row) && key !== undefined ? String(row[key]) : textOfRow(row);
}

/** Takes places by the text that stands there, each of them once and in their order. */
class Places {
  private readonly free = new Map<string, number[]>();

  constructor(rows: readonly unknown[], textOf: (row: unknown) => string, isFree: (at: number) => boolean) {
    for (const [at, row] of rows.entries()) {
      if (!isFree(at)) continue;
      const text = textOf(row);
      const known = this.free.get(text);
      if (known) known.push(at);
      else this.free.set(text, [at]);
    }
  }

  take(text: string): number | undefined {
    return this.free.get(text)?.shift();
  }
}

/**
 * For each row after, the place before that it comes from, or -1 for a new one: first rows that stayed as they were,
 * then those of the same name, then what is left over on both sides, which was renamed.
 */
export function matchRows(before: readonly unknown[], after: readonly unknown[]): number[] {
  const from = after.map(() => -1);
  const taken = new Set<number>();
  for (const textOf of [textOfRow, identityOf]) {
    const places = new Places(before, textOf, (at) => !taken.has(at));
    for (const [to, row] of after.entries()) {
      const at = from[to] === -1 ? places.take(textOf(row)) : undefined;
      if (at === undefined) continue;
      from[to] = at;
      taken.add(at);
    }
  }
  return pairLeftovers(before, from, taken);
}

function pairLeftovers(before: readonly unknown[], from: number[], taken: ReadonlySet<number>): number[] {
  const left = before.map((_row, at) => at).filter((at) => !taken.has(at));
  if (left.length !== from.filter((at) => at === -1).length) return from;
  return from.map((at) => (at === -1 ? (left.shift() ?? -1) : at));
}
