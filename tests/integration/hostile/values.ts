/** As long as the largest usual body, so that it is refused before a schema sees it. */
const mebibyte = "x".repeat(1024 * 1024);
/** Leaves room for the rest of a body, so that schemas and everything behind them see it. */
const long = "x".repeat(1024 * 1024 - 16 * 1024);
/** What no answer may hold: so much of a long text. */
export const echo = long.slice(0, 2000);

/** Texts that some program on the way takes for more than a text. */
export const texts: Readonly<Record<string, string>> = {
  empty: "",
  shell: "$(touch /tmp/pullpath-hostile)`id`; rm -rf ~ | cat & \"'\\",
  option: "-oProxyCommand=id",
  newlines: "one\r\nSet-Cookie: two=2\nthree",
  nul: "one\0two",
  escape: "one\u001b[2J\u0007\u0008\u009b",
  traversal: "../../../../etc/passwd",
  encoded: "%2e%2e%2f%00%0a%ff%",
  markup: "<script>alert(1)</script>&#x27;",
  template: "{{secret:other.password}} {{ .Values }} #{7*7} {name} %s%n",
  query: '\' OR 1=1; DROP TABLE "Node"; --',
  bidi: "invoice\u202egpj.exe\u2066\u2069",
  invisible: "a\u200bd\u2060m\u00adi\ufe0fn\u{e0041}",
  lookalike: "ａｄｍｉｎ․\u0430\u2024\u2024\uff0f",
  "line separator": "one\u2028two\u2029three\u0085four",
  noncharacter: "one\ufffe\uffff\u{10ffff}",
  prototype: "__proto__",
  constructor: "constructor",
  method: "toString",
  "slash and dots": "a/../../b",
  formula: "=cmd|' /C calc'!A0",
  long,
  mebibyte,
};

/** Reaches us in JSON alone: what is encoded in an address is whole. */
export const halves: Readonly<Record<string, string>> = {
  "first half": "one\ud83dtwo",
  "last half": "one\ude00two",
};

/** Deeper than `JSON.stringify` goes: a mark that `toJson` puts the text in place of. */
const deep = (mark: string) => ({ toJSON: () => mark });
const depth = 50_000;

/** JSON as a client may write it, though none that is made of a value. */
export const toJson = (value: unknown): string =>
  JSON.stringify(value)
    .replace('"@deep list@"', () => `${"[".repeat(depth)}${"]".repeat(depth)}`)
    .replace('"@deep record@"', () => `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`);

/** What is no text, for places that expect one, and no number or list of the right kind for the others. */
export const others: Readonly<Record<string, unknown>> = {
  null: null,
  yes: true,
  "not a number": 0.5,
  negative: -1,
  "beyond 32 bits": 2 ** 31,
  "beyond 64 bits": 1e300,
  "largest integer": Number.MAX_SAFE_INTEGER,
  list: [],
  "list of texts": ["one", "two"],
  "list of nothing": [null, [null]],
  record: {},
  "record with a prototype": JSON.parse('{"__proto__":{"polluted":"yes"},"constructor":{"prototype":{}}}'),
  "deep list": deep("@deep list@"),
  "deep record": deep("@deep record@"),
};

/** Names of keys that nobody expects. */
export const keys: readonly string[] = [
  "__proto__",
  "constructor",
  "hasOwnProperty",
  "one\0two",
  "one\ud83dtwo",
  "",
  long,
];
