// Texts come from outside, so no shape may look back and forth: each starts at a fixed word or is bounded.
const secretShapes: [RegExp, string][] = [
  [
    /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]{0,40}PRIVATE KEY-----|$)/g,
    "[private key]",
  ],
  [/\b(Bearer|Basic)\s{1,9}[A-Za-z0-9._~+/=-]{6,}/gi, "$1 [redacted]"],
  [/\b([a-z][a-z0-9+.-]{0,20}:\/\/)[^\s"'<>@]{0,500}@(?:[^\s"'<>@/]{0,500}@)*/gi, "$1[redacted]@"],
  [/(?<![A-Za-z0-9])pp_[A-Za-z0-9]{43,}/g, "[token]"],
  [/(?<![\w-])eyJ[\w-]{5,}\.[\w-]+\.[\w-]*/g, "[token]"],
  [/(--[\w-]{0,40}(?:password|passphrase|secret|token)[\s=]{1,9})("[^"]*"|'[^']*'|\S+)/gi, "$1[redacted]"],
  [
    /(\\?["']?(?:passw(?:or)?d|pwd|passphrase|secret|token|auth|identity_token|cookie|set-cookie)\\?["']?\s{0,9}[:=]\s{0,9})(\\"[^"]*"|"(?:[^"\\]|\\.)*"|'[^']*'|[^\s,;}]+)/gi,
    "$1[redacted]",
  ],
];

/** Text without what looks like a secret, wherever it stands in it. */
export const redactText = (text: string): string =>
  secretShapes.reduce((clean, [shape, mark]) => clean.replace(shape, mark), text);
