export type Named = { id: string; name: string };

/** Names that differ in case or in width only would be read as one. */
export const nameKeyOf = (name: string): string => name.normalize("NFKC").toLowerCase();

// One language for all, so that a list stands in the same order whoever reads it.
const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** Order of names in which edge-2 stands before edge-10. */
export const byName = (left: { name: string }, right: { name: string }) =>
  collator.compare(left.name, right.name);
