import fc from "fast-check";
import type { Auth, AuthValue, Definition, Extra, FileValue, Tls } from "@/lib/domain/registries/schema";
import ran from "./golden/decode-cases.json";
import chosen from "./golden/yaml-decode.json";

/** Half characters have no place in a file: its bytes cannot hold them. */
const wellFormed = (value: string) => value.replace(/\p{Surrogate}/gu, "\ufffd");

const nasty = [
  "'",
  '"',
  "#",
  " #",
  ": ",
  ":",
  "{{secret:",
  "{{secret:a.password}}",
  "\\",
  "\t",
  "*",
  "&a",
  "!x",
];
const nastier = [
  "\n",
  "\r\n",
  "\u0085",
  "\u2028",
  "\u00a0",
  "\ufeff",
  "镜像",
  "😀",
  "\u0000",
  "\u200b",
  "- ",
  "? ",
];
const words = [
  "",
  " ",
  "yes",
  "null",
  "~",
  "<<",
  "0x1F",
  "1e3",
  "2020-01-01",
  "---",
  "...",
  "%",
  "@",
  "`",
  "|",
  ">",
];

const piece = fc.constantFrom(...nasty, ...nastier, ...words, "a", "b.c", "x".repeat(30));

/** Any text, with a leaning to what YAML trips over. */
const text = fc
  .oneof(
    fc.string({ unit: "binary" }),
    fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join("")),
    fc.constantFrom("x".repeat(1100), `"${"\\".repeat(700)}`),
  )
  .map(wellFormed);

/** A note as it comes back from a file: no blank at the end of a line, and not a lone empty line. */
const note = fc
  .array(fc.constantFrom("", "a", "# b", "  c: d", "镜像", "{{secret:a.b}}", "- x", "%YAML 1.1", "---"), {
    maxLength: 3,
  })
  .map((lines) => lines.join("\n"));

const slug = fc.constantFrom("a", "harbor-robot", "x1");

const authValue: fc.Arbitrary<AuthValue> = fc.oneof(
  text.map((value): AuthValue => ({ kind: "text", text: value })),
  slug.map((value): AuthValue => ({ kind: "secret", slug: value })),
);

const fileValue: fc.Arbitrary<FileValue> = fc.oneof(
  text.map((path): FileValue => ({ kind: "path", path })),
  slug.map((value): FileValue => ({ kind: "certificate", slug: value })),
);

/** Values of unknown keys in the form they are written in. */
const flowText = fc.constantFrom(
  "null",
  "true",
  "1",
  "a",
  '"a b"',
  "[a, {b: null}]",
  '{"x y": ~}',
  "!foo a",
  '"{"',
);
const extraKey = fc.constantFrom("x", "yes", "a b", "token", "镜", "<<", "x".repeat(1200), "-", "null!");

function extras(values: fc.Arbitrary<AuthValue>): fc.Arbitrary<Extra[]> {
  const extra = fc.record({ key: extraKey, value: values, note });
  return fc.uniqueArray(extra, { selector: ({ key }) => key, maxLength: 2 });
}

const flowValue = flowText.map((value): AuthValue => ({ kind: "text", text: value }));
const plainExtras = extras(flowValue);
const authExtras = extras(
  fc.oneof(
    flowValue,
    slug.map((value): AuthValue => ({ kind: "secret", slug: value })),
  ),
);

const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const list = <Value>(value: fc.Arbitrary<Value>) => orNull(fc.array(value, { maxLength: 3 }));
const keyed = <Value>(value: fc.Arbitrary<Value>, selector: (entry: Value) => string) =>
  orNull(fc.uniqueArray(value, { selector, maxLength: 3 }));

const auth: fc.Arbitrary<Auth> = fc.record({
  username: orNull(authValue),
  password: orNull(authValue),
  auth: orNull(authValue),
  identity_token: orNull(authValue),
  extras: authExtras,
});

const tls: fc.Arbitrary<Tls> = fc.record({
  ca_file: orNull(fileValue),
  cert_file: orNull(fileValue),
  key_file: orNull(fileValue),
  insecure_skip_verify: fc.boolean(),
  extras: plainExtras,
});

const mirror = fc.record({
  name: text,
  note,
  endpoints: list(fc.record({ url: text, note })),
  rewrites: keyed(fc.record({ pattern: text, replacement: text, note }), ({ pattern }) => pattern),
  extras: plainExtras,
});

const registryHost = fc.record({
  host: text,
  note,
  auth: orNull(auth),
  tls: orNull(tls),
  extras: plainExtras,
});

/** Any definition in normal form: one that a file can give back as it is. */
export const definition: fc.Arbitrary<Definition> = fc
  .record({
    note,
    endNote: note,
    mirrorsNote: note,
    mirrors: keyed(mirror, ({ name }) => name),
    registryHostsNote: note,
    registryHosts: keyed(registryHost, ({ host }) => host),
    authsNote: note,
    auths: keyed(fc.record({ host: text, note, auth: orNull(auth) }), ({ host }) => host),
    extras: plainExtras,
  })
  .map((value) => {
    const { mirrors, registryHosts, auths, mirrorsNote, registryHostsNote, authsNote } = value;
    const hasContent = [mirrors, registryHosts, auths].some((section) => section !== null);
    const hasNotes = [mirrorsNote, registryHostsNote, authsNote].some((section) => section !== "");
    return hasContent || hasNotes || value.extras.length > 0 ? value : { ...value, endNote: "" };
  });

const files = [...ran.cases, ...chosen.cases].map(({ registriesYaml }) => registriesYaml);
const fragment = fc.constantFrom(
  ...[
    "mirrors:",
    "configs:",
    "auths:",
    "\n  a:",
    "\n  b.c:",
    "\n    endpoint:",
    "\n    rewrite:",
    "\n    auth:",
  ],
  ...[
    "\n      - x",
    "\n      username: u",
    "\n      password: ",
    "\n    tls: {ca_file: /a}",
    "\n# c\n",
    " # c",
    "\n",
  ],
  ...[
    "&a ",
    "*a",
    "<<: *a",
    "\n    <<: *a",
    "!!str ",
    "!x ",
    "[a, b]",
    "{c: d}",
    "'q'",
    '"{{secret:a.password}}"',
  ],
  ...[
    "|\n        x\n",
    ">-\n        x\n",
    "~",
    "---\n",
    "? ",
    ": ",
    "\nx-y: &a {username: u}\n",
    ...nasty,
    ...words,
  ],
);
const joined = fc.array(fragment, { maxLength: 20 }).map((parts) => parts.join(""));

/** Texts of which K3s accepts a good part: facts from real runs, changed a little, and fragments put together. */
export const yamlText = fc.oneof(
  fc.constantFrom(...files),
  joined,
  fc.tuple(fc.constantFrom(...files), fc.nat(), fc.nat(4), fragment).map(([file, at, length, part]) => {
    const start = at % (file.length + 1);
    return wellFormed(file.slice(0, start) + part + file.slice(start + length));
  }),
);
