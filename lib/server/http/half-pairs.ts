import "server-only";

type Key = string | number;
type Place = { key: Key; within: Place | null };
type Found = { value: unknown; place: Place | null };

const isHalf = (text: unknown) => typeof text === "string" && /\p{Surrogate}/u.test(text);

function pathOf(place: Place | null): Key[] {
  const path: Key[] = [];
  for (let at = place; at !== null; at = at.within) path.push(at.key);
  return path.reverse();
}

const entriesOf = (value: unknown): [Key, unknown][] => {
  if (Array.isArray(value)) return [...value.entries()];
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
};

/**
 * Where a value of JSON holds half of a surrogate pair, as the escape `\ud83d` alone does, in a key or a text. UTF-8 has
 * no form for it: files and the database would keep another text than the one that was sent (RFC 8259, 8.2).
 */
export function findHalfPair(value: unknown): Key[] | undefined {
  // Without recursion: a body nests as deep as it likes.
  const waiting: Found[] = [{ value, place: null }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { place } = next;
    const entries = entriesOf(next.value);
    if (isHalf(next.value) || entries.some(([key]) => isHalf(key))) return pathOf(place);
    for (const [key, item] of entries) waiting.push({ value: item, place: { key, within: place } });
  }
  return undefined;
}
