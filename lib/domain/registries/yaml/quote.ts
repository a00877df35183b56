const named: Readonly<Record<string, string>> = {
  '"': '\\"',
  "\\": "\\\\",
  "\t": "\\t",
  "\n": "\\n",
  "\r": "\\r",
};

/**
 * What may not stand raw in a file, what would end a line, and what a reader cannot see: control characters, special
 * blanks, direction marks, byte order marks and noncharacters.
 */
const special =
  /["\\\p{Cc}\u00a0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufffe\uffff]|\{(?=\{secret:)/gu;

function escapeCharacter(character: string): string {
  const known = named[character];
  if (known !== undefined) return known;
  const hex = character.charCodeAt(0).toString(16);
  return hex.length > 2 ? `\\u${hex.padStart(4, "0")}` : `\\x${hex.padStart(2, "0")}`;
}

/** The inside of a double-quoted scalar. Whatever looks like a reference to a secret is escaped, so it stays text. */
export const escapeText = (text: string) =>
  text.replace(/\p{Surrogate}/gu, "\ufffd").replace(special, escapeCharacter);

/** A text as a double-quoted scalar on one line, which YAML 1.1 and 1.2 read back to the same text. */
export const quote = (text: string) => `"${escapeText(text)}"`;
