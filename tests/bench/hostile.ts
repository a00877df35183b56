/** Parts of a text of a given length. */
interface Fit {
  /** As often as it fits beside `around` other characters. */
  fill(part: string, around?: number): string;
  /** Numbered parts until the text is full. */
  count(part: (at: number) => string, around?: number): string;
}

const spare = 200;

function countedParts(part: (at: number) => string, most: number): string {
  const parts: string[] = [];
  for (let at = 0, length = 0; ; at++) {
    const next = part(at);
    length += next.length;
    if (length > most) return parts.join("");
    parts.push(next);
  }
}

const fitTo = (length: number): Fit => ({
  fill: (part, around = spare) => part.repeat(Math.max(0, Math.floor((length - around) / part.length))),
  count: (part, around = spare) => countedParts(part, length - around),
});

const mirror = "mirrors:\n  docker.io:\n    endpoint: [https://h.example]\n";
const nested = (depth: number) => `${"(".repeat(depth)}a${"{1,1000})".repeat(depth)}`;

/** Each alias stands for nine of the one before. */
const bomb = (value: string, link: (before: string) => string) =>
  Array.from(
    { length: 30 },
    (_, at) =>
      `a${at}: &a${at} ${
        at === 0
          ? value
          : link(
              Array(9)
                .fill(`*a${at - 1}`)
                .join(","),
            )
      }\n`,
  ).join("");

/** Files made to be slow. */
export const hostileFiles: Readonly<Record<string, (fit: Fit) => string>> = {
  "alias bomb, lists": () => `${bomb("[a]", (links) => `[${links}]`)}mirrors: *a29\n`,
  "alias bomb, maps": () => `${bomb("{a: {endpoint: [b]}}", (links) => `{<<: [${links}]}`)}mirrors: *a29\n`,
  "one list by many aliases": (fit) =>
    `x: &x [${"a,".repeat(50_000)}]\nmirrors:\n${fit.count((at) => `  r${at}: {endpoint: *x}\n`, 110_000)}`,
  "aliases of one mirror": (fit) =>
    `mirrors:\n  a.b: &m {endpoint: [https://h.example]}\n${fit.count((at) => `  r${at}.io: *m\n`)}`,
  anchors: (fit) => `mirrors:\n${fit.count((at) => `  r${at}.io: &m${at}\n`)}`,
  "chain of merges": (fit) =>
    `m0: &m0 {a: }\n${fit.count((at) => `m${at + 1}: &m${at + 1} {<<: *m${at}}\n`)}`,
  "&a &a": (fit) => fit.fill("&a "),
  "flow lists, deep": (fit) => `x: ${fit.fill("[")}`,
  "flow maps, deep": (fit) => `x: ${fit.fill("{")}`,
  "flow lists, 9,000 deep, often": (fit) => `x: [${fit.fill(`${"[".repeat(9000)}${"]".repeat(9000)},`)}]`,
  "block lists, deep": (fit) => fit.fill("- "),
  "block maps, deep": () => Array.from({ length: 1400 }, (_, at) => `${" ".repeat(at)}a:\n`).join(""),
  "? ? ?": (fit) => fit.fill("? "),
  "500,000 endpoints on a line": (fit) => `mirrors: {a.b: {endpoint: [${fit.fill("a,")}]}}`,
  "endpoints on a line, numbered": (fit) => `mirrors: {a.b: {endpoint: [${fit.count((at) => `h${at},`)}]}}`,
  "endpoints below each other": (fit) => `mirrors:\n  a.b:\n    endpoint:\n${fit.fill("    - h\n")}`,
  "empty endpoints": (fit) => `mirrors:\n  a.b:\n    endpoint:\n${fit.fill("    -\n")}`,
  "equal endpoints": (fit) => `mirrors:\n  a.b:\n    endpoint:\n${fit.fill("    - https://h.example/v2\n")}`,
  "default endpoints": (fit) =>
    `mirrors:\n  docker.io:\n    endpoint:\n${fit.fill("    - https://docker.io\n")}`,
  "one endpoint": (fit) => `mirrors:\n  a.b:\n    endpoint: [https://${fit.fill("a")}]\n`,
  "one endpoint of dots": (fit) => `mirrors:\n  a.b:\n    endpoint: [https://${fit.fill("a.")}:1]\n`,
  "one endpoint of escapes": (fit) => `mirrors:\n  a.b:\n    endpoint: ["https://h/${fit.fill("%41")}"]\n`,
  "one endpoint of colons": (fit) => `mirrors:\n  a.b:\n    endpoint: ["https://${fit.fill(":")}"]\n`,
  "one key": (fit) => `mirrors:\n  ? ${fit.fill("a.")}\n  : endpoint: [https://h]\n`,
  "one plain scalar": (fit) => `x: ${fit.fill("a")}`,
  "one scalar of blanks": (fit) => `x: a${fit.fill(" ")}b`,
  "one scalar over many lines": (fit) => `x:\n${fit.fill(" a\n")}`,
  "one scalar of empty lines": (fit) => `x: a${fit.fill("\n")} b`,
  "one double-quoted scalar": (fit) => `x: "${fit.fill("a")}"`,
  "one scalar of escapes": (fit) => `x: "${fit.fill("\\n")}"`,
  "one scalar of doubled quotes": (fit) => `x: '${fit.fill("''")}'`,
  "one literal": (fit) => `x: |\n${fit.fill("  abc\n")}`,
  "one folded scalar": (fit) => `x: >\n${fit.fill("  abc def\n")}`,
  "quote left open": (fit) => `x: "${fit.fill("a b\n")}`,
  "single quote left open": (fit) => `x: '${fit.fill("a b\n")}`,
  "one key given again and again": (fit) => `mirrors: {${fit.fill("a,")}}`,
  "keys given twice": (fit) => `mirrors:\n${fit.count((at) => `  r${at >> 1}.io: {}\n`)}`,
  "unknown keys": (fit) => fit.count((at) => `k${at}:\n`),
  "unknown keys in mirrors": (fit) => `mirrors:\n${fit.count((at) => `  r${at}.io: {endpoints: []}\n`)}`,
  comments: (fit) => `mirrors:\n${fit.fill("#\n")}`,
  "comments behind values": (fit) => `mirrors:\n  a.b:\n    endpoint:\n${fit.fill("    - h # c\n")}`,
  "one comment": (fit) => `#${fit.fill("a")}\nmirrors:\n`,
  "comments behind passwords": (fit) =>
    `configs:\n${fit.count((at) => `  h${at}:\n    auth:\n      password: a #b\n`)}`,
  tags: (fit) => `mirrors: {a.b: {endpoint: [${fit.fill("!x a,")}]}}`,
  "one tag": (fit) => `x: !<${fit.fill("%41")}> a`,
  binary: (fit) => `mirrors: {a.b: {endpoint: [!!binary ${fit.fill("QUJD")}]}}`,
  documents: (fit) => fit.fill("---\n"),
  "broken tail": (fit) => `${mirror}---\n${fit.fill("]\n")}`,
  "carriage returns": (fit) => `mirrors:\r${fit.fill("  a:\r")}`,
  "only carriage returns": (fit) => fit.fill("\r"),
  "only line feeds": (fit) => fit.fill("\n"),
  "only blanks": (fit) => fit.fill(" "),
  tabs: (fit) => fit.fill("\t\n"),
  "no-break spaces": (fit) => `mirrors:\n${fit.count((at) => `  r${at}.io:\u00a0\n`)}`,
  "invisible in keys": (fit) => `mirrors:\n${fit.count((at) => `  r${at}\u200b.io: {}\n`)}`,
  astral: (fit) => `mirrors:\n${fit.fill("  😀: {}\n")}`,
  "byte order marks": (fit) => `mirrors:\n${fit.fill("\ufeff")}`,
  "lone surrogates": (fit) => `x: ${fit.fill("\ud800")}`,
  "line separators": (fit) => `mirrors:${fit.fill("\u2028")}`,
  "control character at the end": (fit) => `${fit.fill("# a\n")}\u0001`,
  "types that do not fit": (fit) => `mirrors:\n${fit.fill("  a: b\n")}`,
  "lists that do not fit": (fit) => `mirrors:\n${fit.count((at) => `  r${at}: {endpoint: x}\n`)}`,
  "missing colon at the end": (fit) => `mirrors:\n${fit.fill("  # a\n")}a b c\nd: 1\n`,
  "full-width colons": (fit) => `mirrors:\n${fit.fill("  a：\n")}`,
  mirrors: (fit) => `mirrors:\n${fit.count((at) => `  r${at}.io: {endpoint: [h${at}]}\n`)}`,
  "mirrors and a wildcard": (fit) => `mirrors:\n  "*":\n${fit.count((at) => `  r${at}.io:\n`)}`,
  hosts: (fit) => `configs:\n${fit.count((at) => `  h${at}.io: {auth: {token: a, password: b}}\n`)}`,
  "hosts of one mirror": (fit) =>
    `mirrors:\n  a.b:\n    endpoint: [${"h,".repeat(150_000)}]\nconfigs:\n${fit.count((at) => `  h${at}.io: {auth: {auth: "b"}}\n`, 310_000)}`,
  "logins of one name": (fit) =>
    `mirrors:\n  a.b:\n    endpoint: [${Array.from({ length: 30_000 }, (_, at) => `h:${at}`).join()}]\nconfigs:\n${fit.count((at) => `  h:${at + 40_000}: {auth: {auth: "b"}}\n`, 260_000)}`,
  "old logins": (fit) => `auths:\n${fit.count((at) => `  h${at}.io: {auth: "b"}\n`)}`,
  "rewrites of one mirror": (fit) =>
    `mirrors:\n  docker.io:\n    endpoint: [https://h]\n    rewrite:\n${fit.count((at) => `      a${at}: b\n`)}`,
  "rewrites that all match": (fit) =>
    `mirrors:\n  docker.io:\n    endpoint: [https://h]\n    rewrite:\n${fit.count((at) => `      ^(l.*)(${at})?$: x${at}/$1\n`)}`,
  "rewrites of many mirrors": (fit) =>
    `mirrors:\n${fit.count((at) => `  r${at}: {endpoint: [h], rewrite: {a: b, "(.*)": c}}\n`)}`,
  "rewrites times endpoints": (fit) =>
    `mirrors:\n  docker.io:\n    endpoint:\n${Array.from({ length: 20_000 }, (_, at) => `    - https://h${at}\n`).join("")}    rewrite:\n${fit.count((at) => `      ^(l.*)(${at})?$: x${at}/$1\n`, 500_000)}`,
  "patterns with nested repeats": (fit) =>
    `mirrors:\n  docker.io:\n    endpoint: [https://h]\n    rewrite:\n${fit.count((at) => `      "${nested(3)}${at}": b\n`)}`,
  "patterns of large repeats": (fit) =>
    `mirrors:\n  docker.io:\n    endpoint: [https://h]\n    rewrite:\n${fit.count((at) => `      "((((a{1,9}){1,9}){1,9})){1}${at}": b\n`)}`,
  "patterns of Unicode classes": (fit) =>
    `mirrors:\n  docker.io:\n    endpoint: [https://h]\n    rewrite:\n${fit.count((at) => `      '(?i)[[:^alpha:]]*\\p{L}{0,100}\\P{Lu}{0,100}${at}': b\n`)}`,
  "patterns that could explode": (fit) =>
    `mirrors:\n  docker.io:\n    endpoint: [https://h]\n    rewrite:\n${fit.count((at) => `      "^(([a-z/])+.)+[A-Z]([a-z])+${at}$": b\n`)}`,
  "one pattern": (fit) =>
    `mirrors:\n  docker.io:\n    endpoint: [https://h]\n    rewrite:\n      ? "${fit.fill("(a|b)*")}"\n      : b\n`,
  "patterns of 4,000 characters": (fit) =>
    `mirrors:\n  docker.io:\n    endpoint: [https://h]\n    rewrite:\n${fit.count((at) => `      ? "${"(a|b)*".repeat(600)}${at}"\n      : b\n`)}`,
  "one replacement": (fit) =>
    `mirrors:\n  docker.io:\n    endpoint: [https://h]\n    rewrite:\n      "(.*)": "${fit.fill("$1")}"\n`,
};

/** A hostile file of at most this length. */
export const hostileText = (make: (fit: Fit) => string, length: number): string =>
  make(fitTo(length)).slice(0, length);
