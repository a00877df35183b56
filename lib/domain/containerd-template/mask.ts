const mark = "••••••";

/** Names whose values are not shown, as a key of TOML, a variable of the template or a header. A user name is none. */
const secretName =
  /passw|passphrase|pwd|secret|token|credential|(?:^|[._-])(?:auth|authorization|cookie|headers?)$|(?:api|access|private|secret)[_-]?key/i;

const table = /^\s*(?:#\s*)?\[{1,2}(.*?)\]{1,2}\s*(?:#.*)?$/;
const secretTable = /(?:^|[.\s"'])(?:auth|auths|headers?|credentials?)["']?\s*$/i;
const shownName = /(?:^|[."'])user_?name["']?\s*$/i;

/** Formats of Go say nothing of what they print. */
const isFormat = (text: string) => /^["'`]%[qsv]["'`]$/.test(text);

const anyQuoted = /"(?:[^"\\\n]|\\.)*"?|'[^'\n]*'?|`[^`\n]*`?/g;

/** The right side of an assignment without its texts. A bare word is one too; an action keeps its fields. */
function maskValue(value: string): string {
  const shown = value.replace(anyQuoted, (text) => (isFormat(text) ? text : `${text[0]}${mark}${text[0]}`));
  return /^\s*(?:["'`[{]|$)/.test(shown) ? shown : shown.replace(/\S.*/, mark);
}

/** Keys of inline tables stand in the value, so each is looked at. */
function maskInline(value: string): string {
  return value.replace(
    /([\w."'-]{1,200}\s{0,9}:?=\s{0,9})("(?:[^"\\\n]|\\.)*"?|'[^'\n]*'?|\[[^\]\n]*\]?|\{[^}\n]*\}?|[^\s,}\]]+)/g,
    (all: string, name: string, inner: string) => {
      const key = name.replace(/["'\s:=]/g, "");
      return secretName.test(key) && !shownName.test(key) ? name + maskValue(inner) : all;
    },
  );
}

// Each starts at a fixed word or is bounded, since the text comes from a node.
const shapes: [RegExp, string][] = [
  [/\b(Bearer|Basic)\s{1,9}[A-Za-z0-9._~+/=-]{6,}/gi, `$1 ${mark}`],
  [/\b([a-z][a-z0-9+.-]{0,20}:\/\/)[^\s"'<>@]{0,500}@(?:[^\s"'<>@/]{0,500}@)*/gi, `$1${mark}@`],
  [/(?<![\w-])eyJ[\w-]{5,}\.[\w-]+\.[\w-]*/g, mark],
  [/\b((?:passw(?:or)?d|passphrase|secret|token)["']?\s{0,9}:\s{1,9})(?!\{\{)\S+/gi, `$1${mark}`],
  [/\b(?:ghp|gho|ghs|glpat|dckr_pat|xox[abp])[_-][\w-]{10,}/g, mark],
];

const maskShapes = (line: string) => shapes.reduce((clean, [shape, to]) => clean.replace(shape, to), line);

/** The name that an equals sign gives a value to. */
const nameBefore = (line: string, at: number): string =>
  /[\w.$-]*$/.exec(line.slice(0, at).replace(/["':\s]+$/, ""))?.[0] ?? "";

/** Texts over several lines are hidden whole where their key is secret, and keys of PEM wherever they stand. */
function maskBlocks(text: string): string {
  return text
    .replace(
      /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]{0,40}PRIVATE KEY-----|$)/g,
      mark,
    )
    .replace(/^([^\n]*?=\s{0,9})("""|''')[\s\S]*?(?:\2|(?![\s\S]))/gm, (all: string, start: string) =>
      secretName.test(nameBefore(start, start.indexOf("="))) ? `${start}"${mark}"` : all,
    );
}

/** No line a person wrote is as long, and what is said of the others takes time with their length. */
export const longestLine = 2000;
const withoutLong = (text: string) =>
  text.replace(/[^\n]+/g, (line) => (line.length > longestLine ? mark : line));

/** Where a line stands: in a table of secrets, or in a list that began on an earlier line. */
type Place = { inTable: boolean; inList: boolean };

function maskLine(line: string, place: Place): string {
  const at = line.indexOf("=");
  const isBare = at < 0 || place.inList;
  if (isBare && place.inList) place.inList = !/[\]}]\s*(?:#.*)?$/.test(line);
  if (isBare)
    return (place.inTable || place.inList) && !/^\s*(?:#|\{\{|\]|$)/.test(line) ? maskValue(line) : line;
  const [start, value] = [line.slice(0, at + 1), line.slice(at + 1)];
  const name = nameBefore(line, at);
  if (shownName.test(name) || !(place.inTable || secretName.test(name))) return start + maskInline(value);
  place.inList = /^\s*[[](?!.*\])/.test(value);
  return start + maskValue(value);
}

/**
 * A template without what looks like a secret: values of keys with such names, everything in a table `auth` but the
 * user name, logins in URLs, and tokens and keys of known shapes. What K3s fills in is no text and stays.
 */
export function maskTemplate(text: string): string {
  const place: Place = { inTable: false, inList: false };
  const lines = maskBlocks(withoutLong(text))
    .split("\n")
    .map((line) => {
      const named = place.inList ? undefined : table.exec(line)?.[1];
      if (named === undefined) return maskShapes(maskLine(line, place));
      place.inTable = secretTable.test(named);
      return maskShapes(line);
    });
  return lines.join("\n");
}
