import { type Cases, rewriting } from "./case";

const right = [
  rewriting("'^rancher/(.*)': 'mirror/$1'"),
  rewriting("'(.*)': 'proxy/$1'"),
  rewriting(`'^a[.]b/(?P<rest>.*)$': '$\{rest}'`),
];
const own = (endpoint: string) =>
  `mirrors:\n  a.b:\n    endpoint: [${endpoint}]\n    rewrite: {'^x/(.*)': 'y/$1'}\n`;

export const rewriteCases: Cases = {
  "rewrite-toml": {
    hits: [
      rewriting("'^foo\\.bar/(.*)': '$1'"),
      rewriting("'^foo\\d+': x"),
      rewriting("'^a\\b': x"),
      rewriting("'^a\"b': x"),
      rewriting("'^a': 'x\"'"),
    ],
    misses: [...right, rewriting("'^foo\\\\.bar': x"), rewriting("'^foo[.]bar': x")],
    fixes: ["write"],
  },
  "rewrite-syntax": {
    hits: [
      rewriting("'^(a)/(.*)': '$1_x/$2'"),
      rewriting("'^(?=a)': x"),
      rewriting("'^(a)/\\1': x"),
      rewriting("'^(a)': '\\1'"),
      rewriting("'^(a': x"),
    ],
    misses: [...right, rewriting(`'^(a)/(.*)': '$\{1}_x/$2'`), rewriting("'^(?:a)/(.*)': '$1'")],
    fixes: ["write"],
  },
  "rewrite-group": {
    hits: [rewriting("'^a/.*': 'b/$1'"), rewriting("'^(a)': '$2'"), rewriting(`'^(a)': '$\{name}'`)],
    misses: [...right, rewriting("'^a': '$$1'"), rewriting("'^a': '$0'")],
    fixes: ["write-pattern"],
  },
  "rewrite-tag": {
    hits: [rewriting("'^nginx:1.25': x"), rewriting("'^a@sha256': x")],
    misses: right,
    fixes: ["write-pattern"],
  },
  "rewrite-empty": { hits: [rewriting("'': x")], misses: right },
  "rewrite-leading-slash": { hits: [rewriting("'^(.*)': '/team/$1'")], misses: right, fixes: ["write"] },
  "rewrite-unanchored": {
    hits: [rewriting("'rancher/(.*)': 'x/$1'"), rewriting("'(nginx)': 'x/$1'")],
    misses: [...right, rewriting("'(^a)': x"), rewriting("'.*/a': x"), rewriting("'([^/]+)/a': x")],
    fixes: ["write"],
  },
  "rewrite-overlap": {
    hits: [
      rewriting("'^rancher/(.*)': 'a/$1'", "'(.*)': 'b/$1'"),
      rewriting("'^team/app': x", "'^team/(.*)': 'y/$1'"),
      rewriting("'^a[.]b/(.*)': 'x/$1'", "'^a.b/(.*)': 'y/$1'"),
    ],
    misses: [
      rewriting("'^rancher/(.*)': 'a/$1'", "'^library/(.*)': 'b/$1'"),
      rewriting("'^rancher/(.*)': 'a/$1'", "'^rancher/(.+)': 'a/$1'"),
      rewriting("'^rancher/(.*)': 'rancher/$1'", "'(.*)': 'b/$1'"),
    ],
  },
  "rewrite-mixed-hosts": {
    hits: [own("https://c.d, https://e.f")],
    misses: [
      own("https://c.d"),
      own("https://c.d, http://c.d"),
      "mirrors: {a.b: {endpoint: [https://c.d, https://e.f]}}\n",
    ],
  },
  "rewrite-default-only": {
    hits: [
      `${own("https://a.b")}configs:\n  a.b:\n    tls:\n      ca_file: /ca\n`,
      own("https://a.b"),
      own(""),
      own("a.b").replace("  a.b:", "  docker.io:").replace("[a.b]", "[docker.io]"),
    ],
    misses: [
      own("https://a.b:443"),
      own("https://c.d"),
      [own("https://a.b"), { disableDefaultRegistryEndpoint: true }],
      [own("https://a.b"), { version: "v1.26.12+k3s1" }],
    ],
    fixes: ["own-endpoint"],
  },
  "rewrite-scope": {
    hits: [[own("https://c.d"), { version: "v1.30.7+k3s1" }]],
    misses: [own("https://c.d"), [own("https://c.d"), { version: "v1.30.8+k3s1" }]],
  },
  "rewrite-fallback": {
    hits: [[own("https://c.d"), { version: "v1.26.12+k3s1" }]],
    misses: [
      own("https://c.d"),
      ["mirrors: {a.b: {endpoint: [https://c.d]}}\n", { version: "v1.26.12+k3s1" }],
    ],
  },
};
