import { type ExamCase, k3s, y } from "./case";
import { exam } from "./judge";

const host = (auth: string): string =>
  `configs:\n  harbor.corp:\n    auth:\n${auth
    .split("\n")
    .map((line) => `      ${line}\n`)
    .join("")}`;
const AUTH = "configs|harbor.corp|auth";
const tls = (lines: string): string => `configs:\n  harbor.corp:\n    tls: ${lines}\n`;
const json = String.raw`{"type":"service_account","private_key":"-----BEGIN-----\nabc"}`;

/** Logins and TLS files: rows 7, 11, 56 and 63. */
const loginCases: readonly ExamCase[] = [
  { name: "7 a raw token", text: host("auth: dckr_pat_abc"), hits: [`auth-base64 error 4 ${AUTH}|auth`] },
  {
    name: "7 base64 without a colon",
    text: host("auth: aGVsbG8="),
    hits: [`auth-base64 error 4 ${AUTH}|auth`],
  },
  {
    name: "7 user and password in clear",
    text: host('auth: "user:password"'),
    hits: [`auth-base64 error 4 ${AUTH}|auth`],
  },
  {
    name: "7 the URL alphabet",
    text: host("auth: dT8_Pz4-OnA_"),
    hits: [`auth-base64 error 4 ${AUTH}|auth`],
  },
  { name: "7 a good one", text: host("auth: dXNlcjpwYXNz"), clean: ["auth-base64"] },
  {
    name: "7 a placeholder",
    text: host('auth: "{{secret:hub.auth}}"'),
    clean: ["auth-base64", "plaintext-secret"],
  },
  {
    name: "7 an empty one",
    text: host('auth: ""\nusername: u\npassword: "{{secret:hub.password}}"'),
    clean: ["auth-base64"],
  },
  {
    name: "11 a bell in a password",
    text: host('username: u\npassword: "a\\x07b"'),
    hits: [`control-char error 5 ${AUTH}|password`],
  },
  {
    name: "11 a DEL in a user name",
    text: host('username: "u\\x7f"\npassword: p'),
    hits: [`control-char error 4 ${AUTH}|username`],
  },
  {
    name: "11 a line break at the end of a password",
    text: host("username: u\npassword: |\n  secret"),
    hits: [`control-char warning 5 ${AUTH}|password`],
  },
  {
    name: "11 Chinese and emoji",
    text: host('username: "用户"\npassword: "密码😀"'),
    clean: ["control-char"],
  },
  {
    name: "11 escaped twice",
    text: host(`username: _json_key\npassword: '${json.replaceAll('"', String.raw`\"`)}'`),
    hits: [`double-escaped-json warning 5 ${AUTH}|password`],
  },
  {
    name: "11 JSON once",
    text: host(`username: _json_key\npassword: '${json}'`),
    clean: ["double-escaped-json", "control-char"],
  },
  {
    name: "C03 both kinds",
    text: host("username: u\npassword: p\nauth: dXNlcjpwYXNz"),
    hits: ["auth-ignored warning 6"],
  },
  { name: "C03 a password alone", text: host("password: p"), hits: ["auth-no-username error 4"] },
  {
    name: "C03 a user name alone",
    text: host("username: u"),
    hits: [`auth-no-password warning 4 ${AUTH}|username`],
  },
  {
    name: "C03 an empty user name",
    text: host('username: ""\npassword: p'),
    hits: ["auth-no-username error 5"],
  },
  {
    name: "C03 a pair",
    text: host("username: u\npassword: p"),
    clean: ["auth-ignored", "auth-no-username", "auth-no-password"],
  },
  {
    name: "C03 an empty auth",
    text: "configs:\n  harbor.corp:\n    auth: {}\n",
    clean: ["auth-ignored", "auth-no-username", "auth-no-password"],
  },
  {
    name: "C04 a secret in the text",
    text: host("username: u\npassword: p"),
    hits: [`plaintext-secret warning 5 ${AUTH}|password`],
  },
  {
    name: "C04 an identity token in the text",
    text: host("identity_token: abc"),
    hits: [`plaintext-secret warning 4 ${AUTH}|identity_token`],
  },
  {
    name: "C04 base64 hides nothing",
    text: host("auth: dXNlcjpwYXNz"),
    hits: [`plaintext-secret warning 4 ${AUTH}|auth`],
  },
  {
    name: "C04 JSON",
    text: '{"configs":{"harbor.corp":{"auth":{"username":"u","password":"p"}}}}',
    hits: [`plaintext-secret warning 1 ${AUTH}|password`],
  },
  {
    name: "C04 a placeholder",
    text: host('username: u\npassword: "{{secret:harbor.password}}"'),
    clean: ["plaintext-secret"],
  },
  { name: "C04 an empty password", text: host('username: u\npassword: ""'), clean: ["plaintext-secret"] },
  {
    name: "C05 no verification",
    text: tls("{ insecure_skip_verify: true }"),
    hits: ["tls-insecure warning 3 configs|harbor.corp|tls|insecure_skip_verify"],
  },
  {
    name: "C05 yes",
    text: tls("{ insecure_skip_verify: yes }"),
    hits: ["tls-insecure warning 3 configs|harbor.corp|tls|insecure_skip_verify"],
  },
  { name: "C05 verification", text: tls("{ insecure_skip_verify: false }"), clean: ["tls-insecure"] },
  {
    name: "56 a certificate without its key",
    text: tls("{ cert_file: /a.crt }"),
    hits: ["tls-pair error 3"],
  },
  {
    name: "56 a key without its certificate",
    text: tls('{ key_file: /a.key, cert_file: "" }'),
    hits: ["tls-pair error 3"],
  },
  {
    name: "56 a pair",
    text: tls("{ cert_file: /a.crt, key_file: /a.key }"),
    clean: ["tls-pair", "tls-relative"],
  },
  {
    name: "56 a relative path",
    text: tls("{ ca_file: certs/ca.crt }"),
    hits: ["tls-relative error 3 configs|harbor.corp|tls|ca_file"],
  },
  {
    name: "56 a path from the home",
    text: tls("{ ca_file: ~/ca.crt }"),
    hits: ["tls-relative error 3 configs|harbor.corp|tls|ca_file"],
  },
  {
    name: "56 a path with a dot",
    text: tls('{ cert_file: "./a.crt", key_file: "/a.key" }'),
    hits: ["tls-relative error 3 configs|harbor.corp|tls|cert_file"],
  },
  { name: "56 an empty path", text: tls('{ ca_file: "" }'), clean: ["tls-relative", "tls-pair"] },
  {
    name: "56 a CA pasted into the file",
    text: y`
      configs:
        harbor.corp:
          tls:
            ca_file: |
              -----BEGIN CERTIFICATE-----
              MIIB
              -----END CERTIFICATE-----
      `,
    hits: ["tls-relative error 4 configs|harbor.corp|tls|ca_file"],
  },
  ...["v1.29.3", "v1.32.1"].map((version) => ({
    name: `30 a login of an IPv6 address on ${version}`,
    text: 'configs:\n  "[fd00::1]:5000":\n    auth: { username: u, password: p }\n',
    target: k3s(version),
    hits: ["ipv6-login error 2 configs|[fd00::1]:5000"],
  })),
  {
    name: "30 only the TLS of an IPv6 address",
    text: 'configs:\n  "[fd00::1]:5000":\n    tls: { ca_file: /ca.crt }\n',
    target: k3s("v1.32.1"),
    clean: ["ipv6-login"],
  },
];

exam("login", loginCases);
