import { type Cases, host, hub } from "./case";

/** Texts K3s cannot read, and those it reads otherwise than they look. */
export const yamlCases: Cases = {
  "yaml-parse": {
    hits: [
      'mirrors:\n registry.example.com\n   endpoint:\n     - "https://registry.example.com:443"\n',
      "mirrors:\n\tdocker.io:\n",
      host("a", "auth", "password: @bc"),
      host("a", "auth", "password: *bc"),
      host("a", "auth", "password: a: b"),
      "mirrors:\n  docker.io：\n    endpoint:\n    - https://h\n",
      '"open',
    ],
    misses: ["", "# nothing\n", "mirrors:\n", host("a", "auth", "password: 'a: b'")],
    fixes: ["add-colon"],
  },
  "yaml-star": {
    hits: [
      "mirrors:\n  *:\n    endpoint:\n      - https://h\n",
      "mirrors:\n  *:\n    endpoint:\n      - https://h\nconfigs:\n  * :\n",
    ],
    misses: ['mirrors:\n  "*":\n    endpoint:\n      - https://h\n', "mirrors:\n  a.b:\n    endpoint: *x\n"],
    fixes: ["quote-star"],
  },
  "yaml-nbsp": {
    hits: [
      "mirrors:\n\u00a0\u00a0docker.io:\n\u00a0\u00a0\u00a0\u00a0endpoint:\n\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0- https://h\n",
      "mirrors:\n  docker.io:\n\u00a0\u00a0\u00a0\u00a0endpoint:\n      - https://h\n",
      "mirrors:\n  \u200bdocker.io:\n    endpoint:\n      - https://h\n",
      "mirrors:\n  docker.io\u00a0:\n    endpoint:\n      - https://h\n",
      "mirrors:\n  a.b:\n    endpoint:\n      - https://h\u00a0\n",
    ],
    misses: ["# a\u00a0note\nmirrors:\n", "\ufeffmirrors:\n", host("a", "auth", "password: 'a\u00a0b'")],
    fixes: ["normalize-blanks"],
  },
  type: {
    hits: [
      "mirrors:\n  docker.io:\n    endpoint: https://h\n",
      host("a", "tls", 'insecure_skip_verify: "true"'),
      host("a", "tls", "insecure_skip_verify: 1"),
      "mirrors:\n  docker.io:\n  - https://x\n",
      "mirrors:\n  docker.io:\n    endpoint:\n      -https://x\n",
      "hello",
    ],
    misses: [
      "mirrors:\n  docker.io:\n    endpoint: [https://h]\n",
      host("a", "tls", "insecure_skip_verify: yes"),
    ],
    fixes: ["make-list"],
  },
  "plain-scalar-risk": {
    hits: [
      host("a", "auth", "username: u", "password: abc #def"),
      host("a", "auth", "username: u", "password: &abc"),
      host("a", "auth", "username: u", "password: !abc"),
      host("a", "auth", "username: u", "password: &abc def"),
      host("a", "auth", "username: u", "password: abc # def"),
    ],
    misses: [
      host("a", "auth", "password: abc#def"),
      host("a", "auth", "password: 'abc #def'"),
      host("a", "auth", "username: u # the robot"),
      host("a", "auth", "username: &u me", "password: *u"),
      host("a", "auth", "password: a&b!c"),
      host("a", "auth", "password: !!str 12"),
      `${hub("https://h # first")}`,
    ],
    fixes: ["quote"],
  },
  "curly-quotes": {
    hits: [
      host("a", "auth", "username: u", "password: “secret”"),
      host("a", "tls", "ca_file: ‘/ca.crt’"),
      "mirrors:\n  a.b:\n    endpoint: [https://h]\n    rewrite:\n      ^a: ”b”\n",
    ],
    misses: [
      host("a", "auth", "username: u", "password: '“secret”'"),
      host("a", "auth", "username: u", "password: se“cr”et"),
      hub("“https://h”"),
    ],
    fixes: ["straight-quotes"],
  },
  "other-file": {
    hits: [
      '{"registry-mirrors": ["https://h"]}',
      '{"auths": {"https://index.docker.io/v1/": {"auth": "bWU6c2VjcmV0"}}, "credsStore": "pass"}',
      "apiVersion: v1\nkind: Secret\n",
      "write-kubeconfig-mode: '0644'\nembedded-registry: true\n",
      'server = "https://registry-1.docker.io"\n[host."https://h"]\n  capabilities = ["pull"]\n',
      'version = 3\n[plugins."io.containerd.cri.v1.images".registry]\n  config_path = "/etc"\n',
    ],
    misses: [hub("https://h"), "auths:\n  a.b:\n    username: u\n", "", "mirrors: [\n", "kind: x\n"],
  },
  "unknown-key": {
    hits: [
      "mirrros:\n  docker.io:\n",
      "mirrors:\n  docker.io:\n    endpoints:\n      - https://h\n",
      "mirrors: {docker.io: {rewrites: {}}}\n",
      host("a", "auth", "identitytoken: x"),
      "Mirrors:\n",
      "x-notes: 1\n",
    ],
    misses: [
      "mirrors:\nconfigs:\nauths:\n",
      host("a", "auth", "token: x"),
      "mirrors:\n  configs:\n    a.b:\n",
    ],
    fixes: ["write", "remove-field"],
  },
  "duplicate-key": {
    hits: [
      "mirrors:\n  a.b:\n    endpoint: [https://h]\n  a.b:\n    endpoint: [https://i]\n",
      host("a", "auth", "username: x", "username: y"),
      "mirrors:\n  a.b:\nconfigs:\n  c.d:\nmirrors:\n  e.f:\n",
      "configs:\n  a:\n    auth:\n      username: u\n    auth:\n      password: p\n",
    ],
    misses: ["mirrors:\n  a.b:\n  a.c:\nconfigs:\n  a.b:\n", "mirrors:\n  a.b:\n  A.b:\n"],
    fixes: ["keep-last", "keep-first", "merge-entries"],
  },
  "auths-unused": {
    hits: ["auths:\n  https://a.b/v2:\n    username: u\n    password: p\n", "auths:\n"],
    misses: ["configs:\n  a.b:\n    auth:\n", "# auths:\n"],
    fixes: ["move-auths"],
  },
  "extra-document": {
    hits: ["mirrors:\n---\nmirrors:\n", "mirrors:\n  a.b:\n---\n{]\n"],
    misses: ["---\nmirrors:\n", "mirrors:\n---\n", "mirrors:\n...\n"],
    fixes: ["remove-rest"],
  },
  "configs-in-mirrors": {
    hits: [
      "mirrors:\n  a.b:\n    endpoint: [https://h]\n  configs:\n    h:\n      tls:\n        ca_file: /ca\n",
      "mirrors:\n  a.b:\n    endpoint: [https://h]\n    configs:\n      h:\n",
      "mirrors:\n  configs:\n    h:\nconfigs:\n  i:\n",
    ],
    misses: ["mirrors:\n  a.b:\nconfigs:\n  h:\n", "configs:\n  configs:\n"],
    fixes: ["move-to-top"],
  },
};
