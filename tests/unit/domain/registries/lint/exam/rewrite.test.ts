import { type ExamCase, k3s, rke2, y } from "./case";
import { exam } from "./judge";

function rules(...pairs: readonly (readonly [string, string])[]): string {
  const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
  const lines = pairs.map(([pattern, value]) => `      ${quoted(pattern)}: ${quoted(value)}\n`).join("");
  return `mirrors:\n  docker.io:\n    endpoint: [https://m.example.com]\n    rewrite:\n${lines}`;
}

const at = (pattern: string) => `5 mirrors|docker.io|rewrite|${pattern}`;
type Rule = readonly [pattern: string, replacement: string];
const hit = (row: string, rule: Rule, finding: string): ExamCase => ({
  name: `${row} ${rule.join(" -> ")}`,
  text: rules(rule),
  hits: [`${finding} ${at(rule[0])}`],
});
const miss = (row: string, rule: Rule, clean: readonly string[]): ExamCase => ({
  name: `${row} ${rule.join(" -> ")} is fine`,
  text: rules(rule),
  clean,
});
const RE = ["rewrite-group", "rewrite-toml", "rewrite-syntax", "rewrite-overlap"] as const;

/** Rewrites: rows 33 to 39. */
const rewriteCases: readonly ExamCase[] = [
  {
    name: "34 rewrites of a registry that is pulled straight",
    text: y`
      mirrors:
        harbor.corp:
          rewrite:
            "^(.*)$": "proxy/$1"
      `,
    hits: ["rewrite-default-only warning 3 mirrors|harbor.corp|rewrite"],
  },
  {
    name: "34 the only endpoint is the default",
    text: y`
      mirrors:
        harbor.corp:
          endpoint:
            - https://harbor.corp
          rewrite:
            "^(.*)$": "proxy/$1"
      `,
    hits: ["rewrite-default-only warning"],
  },
  {
    name: "34 the default with its port",
    text: y`
      mirrors:
        harbor.corp:
          endpoint:
            - https://harbor.corp:443
          rewrite:
            "^(.*)$": "proxy/$1"
      `,
    clean: ["rewrite-default-only"],
  },
  {
    name: "34 old releases did rewrite it",
    text: 'mirrors:\n  harbor.corp:\n    endpoint: [https://harbor.corp]\n    rewrite: {"^(.*)$": "proxy/$1"}\n',
    target: k3s("v1.26.9"),
    clean: ["rewrite-default-only"],
  },
  hit("35", ["^library/.*", "mirror/$1"], "rewrite-group error"),
  hit("35", ["^(.*)$", "mirror/$2"], "rewrite-group error"),
  hit("35", ["^(?:.*)$", `mirror/$\{1}`], "rewrite-group error"),
  hit("35", ["^(?P<name>.*)$", "mirror/$nme"], "rewrite-group error"),
  hit("35", ["^(.*)$", "mirror/$name"], "rewrite-group error"),
  miss("35", ["^(.*)$", "mirror/$1"], RE),
  miss("35", ["^(.*)$", "mirror/$0"], RE),
  miss("35", ["^(?P<name>.*)$", `mirror/$\{name}`], RE),
  miss("35", ["^library/(.*)$", "price$$5/$1"], RE),
  miss("35", ["^a(b)(c)$", `$\{2}$\{1}`], RE),
  ...["v1.28.14", "v1.31.3", "v1.29.4"].map((version) => ({
    name: `36 the token's scope on ${version}`,
    text: rules(["^(.*)$", "q/$1"]),
    target: k3s(version),
    hits: ["rewrite-scope warning"],
  })),
  ...["v1.31.4", "v1.29.12", "v1.32.0", "v1.33.0"].map((version) => ({
    name: `36 mended in ${version}`,
    text: rules(["^(.*)$", "q/$1"]),
    target: k3s(version),
    clean: ["rewrite-scope"],
  })),
  {
    name: "36 RKE2 had it one patch earlier",
    text: rules(["^(.*)$", "q/$1"]),
    target: { ...rke2, version: "v1.31.3+rke2r1" },
    clean: ["rewrite-scope"],
  },
  {
    name: "36 RKE2 before it",
    text: rules(["^(.*)$", "q/$1"]),
    target: { ...rke2, version: "v1.31.2+rke2r1" },
    hits: ["rewrite-scope warning"],
  },
  hit("37", ["^foo\\.bar/(.*)", "x/$1"], "rewrite-toml error"),
  hit("37", ["^foo\\d+", "x"], "rewrite-toml error"),
  hit("37", ["^a\\/b", "x"], "rewrite-toml error"),
  hit("37", ["^(\\w+)$", "x/$1"], "rewrite-toml error"),
  hit("37", ['^a"b', "x"], "rewrite-toml error"),
  hit("37", ["^(.*)$", 'x"/$1'], "rewrite-toml error"),
  hit("37", ["^(.*)$", "x\\.y/$1"], "rewrite-toml error"),
  hit("37", ["^a\\", "x"], "rewrite-toml error"),
  hit("4.4", ["\\bfoo", "x"], "rewrite-toml error"),
  hit("4.4", ["^a\\tb", "x"], "rewrite-toml error"),
  miss("4.4", ["^foo[.]bar/(.*)", "x/$1"], RE),
  miss("4.4", ["^foo\\\\.bar/(.*)", "x/$1"], RE),
  miss("4.4", ["^foo[0-9]+$", "x"], RE),
  {
    name: "37 double quotes in YAML",
    text: 'mirrors:\n  docker.io:\n    endpoint: [https://m.example.com]\n    rewrite:\n      "^foo\\\\.bar": "x"\n',
    hits: ["rewrite-toml error 5 mirrors|docker.io|rewrite|^foo\\.bar"],
  },
  {
    name: "37 four backslashes in YAML",
    text: 'mirrors:\n  docker.io:\n    endpoint: [https://m.example.com]\n    rewrite:\n      "^foo\\\\\\\\.bar": "x"\n',
    clean: ["rewrite-toml"],
  },
  {
    name: "38 two rules for one image",
    text: rules(["^library/(.*)$", "hub/$1"], ["^(.*)$", "all/$1"]),
    hits: ["rewrite-overlap warning"],
  },
  {
    name: "38 overlap in the middle of a name",
    text: rules(["^rancher/(.*)", "a/$1"], ["mirrored-(.*)", "b/$1"]),
    hits: ["rewrite-overlap warning"],
  },
  ...(
    [
      ["^.{3}/x", "^abc/"],
      ["[0-9]+$", "^app[a-z]*[0-9]"],
      ["^(foo/(bar|baz))/(.+)$", "^foo/ba[rz]/x.*"],
      ["(?i)^LIBRARY/(.*)", "^library/(.*)"],
      ["^library/nginx$", "^(.*)/nginx$"],
      ["^(a|b)/", "^b/c"],
      ["^team/?app", "^team"],
      ["^team/[^/]+$", "^team/app$"],
      ["/nginx$", "^bitnami/"],
    ] as const
  ).map(([one, other]) => ({
    name: `38 ${one} and ${other}`,
    text: rules([one, "x"], [other, "y"]),
    hits: ["rewrite-overlap warning"],
  })),
  ...(
    [
      ["^team/[^/]+$", "^team/[^/]+/[^/]+$"],
      ["^library/nginx$", "^library/nginx-ingress$"],
      ["^(a|b)/", "^c/"],
    ] as const
  ).map(([one, other]) => ({
    name: `38 never both ${one} and ${other}`,
    text: rules([one, "x"], [other, "y"]),
    clean: ["rewrite-overlap"],
  })),
  {
    name: "38 different prefixes",
    text: rules(["^library/(.*)$", "a/$1"], ["^rancher/(.*)$", "b/$1"]),
    clean: ["rewrite-overlap"],
  },
  {
    name: "38 prefix of a word, closed by a slash",
    text: rules(["^team/(.*)$", "a/$1"], ["^team-b/(.*)$", "b/$1"]),
    clean: ["rewrite-overlap"],
  },
  {
    name: "38 a rule that changes nothing",
    text: rules(["^library/nginx$", "library/nginx"], ["^(.*)$", "all/$1"]),
    clean: ["rewrite-overlap"],
  },
  hit("39", ["^(.*)$", "$1_x"], "rewrite-syntax error"),
  hit("39", ["^(.*)/(.*)$", "$1x/$2"], "rewrite-syntax error"),
  hit("39", ["^(.*)$", "x/\\1"], "rewrite-syntax error"),
  hit("39", ["^(?!library/)(.*)$", "x/$1"], "rewrite-syntax error"),
  hit("39", ["^(?=a)b", "x"], "rewrite-syntax error"),
  hit("39", ["^(a", "x"], "rewrite-syntax error"),
  hit("39", ["*", "x"], "rewrite-syntax error"),
  hit("39", ["^a++b", "x"], "rewrite-syntax error"),
  miss("39", ["^(.*)$", `$\{1}_x`], RE),
  miss("39", ["^(.*)$", "$1-x/$1.y"], RE),
  miss("39", ["^(?i:Library)/(.*)$", "x/$1"], RE),
  hit("R05", ["library/(.*)", "x/$1"], "rewrite-unanchored warning"),
  miss("R05", ["^library/(.*)", "x/$1"], ["rewrite-unanchored"]),
  miss("R05", ["(.*)", "x/$1"], ["rewrite-unanchored"]),
  hit("R06", ["^library/nginx:(.*)$", "x/$1"], "rewrite-tag warning"),
  hit("R06", ["^library/nginx@sha256", "x"], "rewrite-tag warning"),
  miss("R06", ["^(?:library|rancher)/(.*)$", "x/$1"], ["rewrite-tag"]),
  miss("R06", ["^[[:alpha:]]+/(.*)$", "x/$1"], ["rewrite-tag"]),
  {
    name: "R07 a rule for every host",
    text: 'mirrors:\n  docker.io:\n    endpoint: ["https://harbor.corp", "https://mirror.gcr.io"]\n    rewrite: {"^(.*)$": "dockerhub/$1"}\n',
    hits: ["rewrite-mixed-hosts warning"],
  },
  {
    name: "R07 two ports of one host",
    text: 'mirrors:\n  docker.io:\n    endpoint: ["https://harbor.corp", "https://harbor.corp:8443"]\n    rewrite: {"^(.*)$": "dockerhub/$1"}\n',
    clean: ["rewrite-mixed-hosts"],
  },
  hit("R08", ["^(.*)$", "/team/$1"], "rewrite-leading-slash warning"),
  miss("R08", ["^(.*)$", "team/$1"], ["rewrite-leading-slash"]),
];

exam("rewrite", rewriteCases);
