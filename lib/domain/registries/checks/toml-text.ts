/**
 * K3s writes patterns and replacements raw between double quotes of hosts.toml, so TOML's escapes decide what
 * containerd reads (k3s pkg/agent/templates, af977ad).
 */
export type TomlReading =
  | { ok: true; text: string; changed: readonly string[] }
  | { ok: false; reason: "escape" | "quote" | "line-break"; text: string };

const meanings: Record<string, string> = {
  b: "\b",
  t: "\t",
  n: "\n",
  f: "\f",
  r: "\r",
  '"': '"',
  "\\": "\\",
};

const token = /\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}|\\.?|"|\p{Cc}|[^\\"\p{Cc}]+/gu;
const codePoint = /^\\(?:u.{4}|U.{8})$/;

/** What containerd makes of a text, or why it rejects the whole file. `changed` lists escapes that turn into a character. */
export function readAsToml(raw: string): TomlReading {
  let text = "";
  const changed: string[] = [];
  for (const [part] of raw.matchAll(token)) {
    const read = readPart(part);
    if (typeof read !== "string") return { ok: false, reason: read.reason, text: part };
    if (part.startsWith("\\") && part !== "\\\\" && part !== '\\"') changed.push(part);
    text += read;
  }
  return { ok: true, text, changed };
}

/** TOML's strings take a tab and the control characters beyond ASCII, and no other. */
const isForbidden = (part: string) => part === "\x7f" || (part < " " && part !== "\t");

function readPart(part: string): string | { reason: "escape" | "quote" | "line-break" } {
  if (part === '"') return { reason: "quote" };
  if (!part.startsWith("\\")) return isForbidden(part) ? { reason: "line-break" } : part;
  if (codePoint.test(part)) return readCodePoint(part);
  return meanings[part.slice(1)] ?? { reason: "escape" };
}

function readCodePoint(part: string): string | { reason: "escape" } {
  const code = Number.parseInt(part.slice(2), 16);
  return code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)
    ? { reason: "escape" }
    : String.fromCodePoint(code);
}

const classes: Record<string, string> = {
  "\\d": "[0-9]",
  "\\D": "[^0-9]",
  "\\w": "[0-9A-Za-z_]",
  "\\W": "[^0-9A-Za-z_]",
  "\\/": "/",
  "\\-": "-",
};

/** A way to write a regular-expression escape that survives hosts.toml: a class, or the backslash doubled. */
export function writableEscape(sequence: string): string {
  const known = classes[sequence];
  if (known) return known;
  return /^\\[.+*?()|[{}$]$/.test(sequence) ? `[${sequence.slice(1)}]` : `\\${sequence}`;
}

/** The text with every escape that containerd would misread written in a way it reads right. */
export function replaceEscapes(raw: string): string {
  return raw.replace(token, (part) =>
    part.startsWith("\\") && part !== "\\\\" && part !== '\\"' && part !== "\\" ? writableEscape(part) : part,
  );
}
