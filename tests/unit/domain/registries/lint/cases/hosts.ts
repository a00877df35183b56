import { type Cases, host, hub } from "./case";

const login = host("a.b", "auth", "username: u", "password: '{{secret:robot.password}}'");
const wild = (block: "auth" | "tls", line: string) => host('"*"', block, line);
const wildMirror = 'mirrors:\n  "*":\n    endpoint:\n      - https://h.corp\n';
const json = `'{"type": "service_account"}'`;

export const hostCases: Cases = {
  "auth-base64": {
    hits: [
      host("a.b", "auth", "auth: 'me:secret'"),
      host("a.b", "auth", "auth: dckr_pat_abc"),
      host("a.b", "auth", "auth: YWJj"),
      host("a.b", "auth", "auth: bWU6c2VjcmU"),
    ],
    misses: [host("a.b", "auth", "auth: bWU6c2VjcmV0"), host("a.b", "auth", 'auth: "{{secret:robot.auth}}"')],
    fixes: ["encode-auth"],
  },
  "auth-ignored": {
    hits: [
      host("a.b", "auth", "auth: bWU6c2VjcmV0", "username: u", "password: p"),
      host("a.b", "auth", "username: u", "identity_token: t"),
    ],
    misses: [login, host("a.b", "auth", "identity_token: t")],
    fixes: ["remove-field"],
  },
  "auth-no-username": { hits: [host("a.b", "auth", "password: p")], misses: [login] },
  "auth-no-password": {
    hits: [
      host("a.b", "auth", "username: u", "auth: bWU6c2VjcmV0"),
      host("a.b", "auth", "username: u"),
      host("a.b", "auth", "username: u", 'password: ""'),
      host("a.b", "auth", "username: u", "password: ~"),
    ],
    misses: [login, host("a.b", "auth", "auth: bWU6c2VjcmV0"), host("a.b", "auth", 'username: ""')],
    fixes: ["remove-field"],
  },
  "ipv6-login": {
    hits: [[host('"[fd00::1]:5000"', "auth", "username: u", "password: p"), { version: "v1.30.8+k3s1" }]],
    misses: [
      host('"[fd00::1]:5000"', "auth", "username: u", "password: p"),
      [login, { version: "v1.30.8+k3s1" }],
    ],
  },
  "auth-token": {
    hits: [host("a.b", "auth", "token: abc"), host("a.b", "auth", "token: abc", "identity_token: t")],
    misses: [host("a.b", "auth", "identity_token: t"), "mirrors:\n  a.b:\n    token: x\n"],
    fixes: ["write"],
  },
  "double-escaped-json": {
    hits: [host("a.b", "auth", "username: _json_key", `password: '{\\"type\\": \\"service_account\\"}'`)],
    misses: [host("a.b", "auth", "username: _json_key", `password: ${json}`), login],
    fixes: ["unescape"],
  },
  "plaintext-secret": {
    hits: [host("a.b", "auth", "username: u", "password: p"), host("a.b", "auth", "identity_token: t")],
    misses: [
      host("a.b", "auth", "username: u", 'password: "{{secret:robot.password}}"'),
      host("a.b", "auth", "username: u", "password: ''"),
    ],
  },
  "control-char": {
    hits: [
      host("a.b", "auth", "username: u", 'password: "a\\x01b"'),
      host("a.b", "auth", "username: u", "password: |", "  secret"),
      hub('"https://a.b\\x07"'),
      host("a.b", "tls", 'ca_file: "/a\\tb"'),
      'mirrors:\n  "a.b\\x7f":\n    endpoint: [https://h]\n',
    ],
    misses: [
      login,
      host("a.b", "auth", "username: _json_key", "password: |", '  {"type":', '   "x"}'),
      host("a.b", "auth", "username: u", "password: |-", "  secret"),
    ],
    fixes: ["remove-control"],
  },
  "tls-pair": {
    hits: [host("a.b", "tls", "cert_file: /c"), host("a.b", "tls", "key_file: /k")],
    misses: [host("a.b", "tls", "cert_file: /c", "key_file: /k"), host("a.b", "tls", "ca_file: /c")],
  },
  "tls-relative": {
    hits: [host("a.b", "tls", "ca_file: ca.crt"), host("a.b", "tls", "ca_file: ./ca.crt")],
    misses: [host("a.b", "tls", "ca_file: /ca.crt"), host("a.b", "tls", "ca_file: 'C:\\ca.crt'")],
  },
  "tls-empty": {
    hits: [host("a.b", "tls", "ca_file: ''")],
    misses: [host("a.b", "tls", "ca_file: /ca.crt"), host("a.b", "tls", "ca_file:")],
    fixes: ["remove-field"],
  },
  "tls-insecure": {
    hits: [host("a.b", "tls", "insecure_skip_verify: true"), host("a.b", "tls", "insecure_skip_verify: yes")],
    misses: [host("a.b", "tls", "insecure_skip_verify: false"), host("a.b", "tls", "ca_file: /ca")],
  },
  "tls-without-endpoint": {
    hits: [[host("a.b", "tls", "ca_file: /ca"), { version: "v1.28.8+k3s1" }]],
    misses: [
      host("a.b", "tls", "ca_file: /ca"),
      [
        `mirrors: {a.b: {endpoint: [https://c.d]}}\n${host("a.b", "tls", "ca_file: /ca")}`,
        { version: "v1.28.8+k3s1" },
      ],
    ],
  },
  "wildcard-auth": {
    hits: [
      `${wildMirror}${wild("auth", "username: u")}`,
      wild("auth", "username: u"),
      [wild("auth", "username: u"), { distribution: "rke2" }],
    ],
    misses: [wild("tls", "ca_file: /ca"), login],
    fixes: ["spread-wildcard"],
  },
  "wildcard-tls-lost": {
    hits: [
      `${wildMirror}${wild("tls", "ca_file: /ca")}`,
      `${wildMirror}${wild("tls", "ca_file: /ca")}  h.corp:\n    tls:\n      ca_file: /ca\n`,
    ],
    misses: [
      `${hub("https://h.corp")}${wild("tls", "ca_file: /ca")}`,
      `${wildMirror}${host("h.corp", "tls", "ca_file: /ca")}`,
    ],
    fixes: ["spread-wildcard"],
  },
  "wildcard-tls-endpoint": {
    hits: [
      `${hub("https://h.corp")}${wild("tls", "ca_file: /ca")}`,
      `${hub("https://h.corp", "https://i.corp")}${wild("tls", "ca_file: /ca")}  h.corp:\n    tls:\n      ca_file: /ca\n`,
    ],
    misses: [
      wild("tls", "ca_file: /ca"),
      `${wildMirror}${wild("tls", "ca_file: /ca")}`,
      `${hub("https://h.corp")}${wild("tls", "ca_file: /ca")}  h.corp:\n    tls:\n      ca_file: /ca\n`,
    ],
    fixes: ["copy-settings"],
  },
  "wildcard-hidden": {
    hits: [`${wildMirror}  quay.io:\n    endpoint: [https://i.corp]\n`],
    misses: [wildMirror, hub("https://h.corp")],
  },
  "wildcard-2.0.2": {
    hits: [
      [wildMirror, { version: "v1.31.6+k3s1" }],
      [wildMirror, { version: "v1.32.2+rke2r1" }],
    ],
    misses: [
      wildMirror,
      [wildMirror, { version: "v1.31.7+k3s1" }],
      [hub("https://h.corp"), { version: "v1.32.2+k3s1" }],
      [wildMirror, { version: "v1.31.6+k3s1", disableDefaultRegistryEndpoint: true }],
    ],
  },
  "wildcard-no-fallback": {
    hits: [[wildMirror, { version: "v1.28.7+k3s1" }]],
    misses: [wildMirror, [wildMirror, { version: "v1.28.8+k3s1" }]],
  },
};
