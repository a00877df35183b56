import { type ExamCase, y } from "./case";
import { exam } from "./judge";

const M = "https://m.example.com";

/** Keys that K3s does not know or keeps only once: rows 5, 6 and 8. */
const structureCases: readonly ExamCase[] = [
  ...["mirrros", "Mirrors", "mirror", "mirrors ", "registries"].map((key) => ({
    name: `5 ${key} at the top`,
    text: `"${key}":\n  quay.io:\n    endpoint: [${M}]\n`,
    hits: [`unknown-key warning 1 ${key}`],
  })),
  {
    name: "5 config at the top, in JSON",
    text: '{"config": {"a.corp": {"tls": {"insecure_skip_verify": true}}}}',
    hits: ["unknown-key warning 1 config"],
  },
  ...["endpoints", "Endpoint", "rewrites", "url"].map((key) => ({
    name: `5 ${key} in a mirror`,
    text: `mirrors:\n  quay.io:\n    ${key}: {}\n`,
    hits: [`unknown-key warning 3 mirrors|quay.io|${key}`],
  })),
  ...["identitytoken", "identityToken", "user", "Username", "passwd"].map((key) => ({
    name: `5 ${key} in auth`,
    text: `configs:\n  harbor.corp:\n    auth:\n      ${key}: "{{secret:x.password}}"\n`,
    hits: [`unknown-key warning 4 configs|harbor.corp|auth|${key}`],
  })),
  ...["insecureSkipVerify", "skip_verify", "ca", "caFile", "insecure-skip-verify"].map((key) => ({
    name: `5 ${key} in tls`,
    text: `configs:\n  harbor.corp:\n    tls: { ${key}: x }\n`,
    hits: [`unknown-key warning 3 configs|harbor.corp|tls|${key}`],
  })),
  {
    name: "5 username right under a host",
    text: y`
      configs:
        harbor.corp:
          username: u
      `,
    hits: ["unknown-key warning 3 configs|harbor.corp|username"],
  },
  {
    name: "5 an unknown quoted key in JSON",
    text: `{"mirrors": {"quay.io": {"endpoints": ["${M}"]}}}`,
    hits: ["unknown-key warning 1 mirrors|quay.io|endpoints"],
  },
  {
    name: "5 an anchor holder at the top is still unknown, what it gives is not",
    text: y`
      x-common: &m
        endpoint: [https://m.example.com]
      mirrors:
        quay.io: *m
        ghcr.io:
          <<: *m
      `,
    hits: ["unknown-key info 1 x-common"],
    clean: ["duplicate-key", "type"],
  },
  {
    name: "5 every known key",
    text: y`
      mirrors:
        quay.io:
          endpoint: [https://m.example.com]
          rewrite: { "^(.*)$": "q/$1" }
      configs:
        m.example.com:
          auth: { username: u, password: "{{secret:m.password}}" }
          tls: { ca_file: /a, cert_file: /b, key_file: /c, insecure_skip_verify: false }
      `,
    clean: ["unknown-key", "auth-token", "duplicate-key"],
  },
  {
    name: "6 a bearer token",
    text: y`
      configs:
        harbor.corp:
          auth:
            token: abc
      `,
    hits: ["auth-token error 4 configs|harbor.corp|auth|token"],
    clean: ["unknown-key"],
  },
  {
    name: "6 a token in JSON",
    text: '{"configs":{"a.corp":{"auth":{"token":"t"}}}}',
    hits: ["auth-token error 1 configs|a.corp|auth|token"],
  },
  {
    name: "6 an identity token",
    text: 'configs:\n  a.corp:\n    auth:\n      identity_token: "{{secret:a.identity_token}}"\n',
    clean: ["auth-token", "unknown-key"],
  },
  {
    name: "8 a registry twice",
    text: y`
      mirrors:
        quay.io:
          endpoint: [https://a.example.com]
        "quay.io":
          endpoint: [https://b.example.com]
      `,
    hits: ["duplicate-key error 4 mirrors|quay.io"],
  },
  {
    name: "8 mirrors twice",
    text: y`
      mirrors:
        quay.io: { endpoint: [https://a.example.com] }
      mirrors:
        ghcr.io: { endpoint: [https://a.example.com] }
      `,
    hits: ["duplicate-key error 3 mirrors"],
  },
  {
    name: "8 auth twice",
    text: y`
      configs:
        harbor.corp:
          auth: { username: a, password: b }
          auth: { username: c, password: d }
      `,
    hits: ["duplicate-key error 4 configs|harbor.corp|auth"],
  },
  {
    name: "8 a host three times in JSON",
    text: '{"configs":{"a.corp":{},"a.corp":{},"a.corp":{"tls":{}}}}',
    hits: ["duplicate-key error 1 configs|a.corp"],
  },
  {
    name: "8 endpoint twice and a pattern twice",
    text: y`
      mirrors:
        quay.io:
          endpoint: [https://a.example.com]
          endpoint: [https://b.example.com]
          rewrite:
            ^a: b
            "^a": c
      `,
    hits: [
      "duplicate-key error 4 mirrors|quay.io|endpoint",
      "duplicate-key error 7 mirrors|quay.io|rewrite|^a",
    ],
  },
  {
    name: "8 a password twice",
    text: "configs:\r\n  a.corp:\r\n    auth:\r\n      username: u\r\n      password: one\r\n      password: two\r\n",
    hits: ["duplicate-key error 6 configs|a.corp|auth|password"],
  },
  {
    name: "8 the same name in both sections, and a key over a merged one",
    text: y`
      mirrors:
        quay.io: &q
          endpoint: [https://quay.io]
        ghcr.io:
          <<: *q
          endpoint: [https://m.example.com]
      configs:
        quay.io: {}
      `,
    clean: ["duplicate-key"],
  },
];

exam("structure", structureCases);
