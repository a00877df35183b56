import { type ExamCase, y } from "./case";
import { exam } from "./judge";

/** Values that YAML cuts, refuses or reads as another type: rows 9, 10 and 12. */
const valueCases: readonly ExamCase[] = [
  {
    name: "9 a hash cuts a password",
    text: y`
      configs:
        harbor.corp:
          auth:
            username: u
            password: abc #def
      `,
    hits: ["plain-scalar-risk warning 5 configs|harbor.corp|auth|password"],
  },
  {
    name: "9 an anchor swallows a password",
    text: y`
      configs:
        harbor.corp:
          auth: { username: u, password: &secret }
      `,
    hits: ["plain-scalar-risk error 3 configs|harbor.corp|auth|password"],
  },
  {
    name: "9 a tag swallows a password",
    text: y`
      configs:
        harbor.corp:
          auth:
            username: u
            password: !s3cret
      `,
    hits: ["plain-scalar-risk error 5 configs|harbor.corp|auth|password"],
  },
  {
    name: "9 null as a password",
    text: y`
      configs:
        harbor.corp:
          auth:
            username: u
            password: null
      `,
    hits: ["auth-no-password warning 4 configs|harbor.corp|auth|username"],
  },
  {
    name: "9 a quoted hash is fine, and so is an anchor with a value",
    text: y`
      configs:
        harbor.corp:
          auth: &login
            username: u
            password: "abc #def"
        other.corp:
          auth: *login
      `,
    clean: ["plain-scalar-risk"],
  },
  {
    name: "9 a hash without a space, a comment after an endpoint, numbers",
    text: y`
      mirrors:
        quay.io:
          endpoint:
            - https://m.example.com # near
      configs:
        m.example.com:
          auth:
            username: 0123
            password: a#b
      `,
    clean: ["plain-scalar-risk", "yaml-parse"],
  },
  ...["@abc", "%abc", "`abc", "*abc", "a: b"].map((password) => ({
    name: `9 a password of ${password} breaks the file`,
    text: `configs:\n  harbor.corp:\n    auth:\n      username: u\n      password: ${password}\n`,
    hits: ["yaml-parse error 5 "],
  })),
  ...["{abc", "[abc"].map((password) => ({
    name: `9 a password of ${password} breaks the file`,
    text: `configs:\n  harbor.corp:\n    auth:\n      username: u\n      password: ${password}\n`,
    hits: ["yaml-parse error"],
  })),
  {
    name: "10 a quoted boolean",
    text: y`
      configs:
        harbor.corp:
          tls:
            insecure_skip_verify: "true"
      `,
    hits: ["type error 4 configs|harbor.corp|tls|insecure_skip_verify"],
  },
  {
    name: "10 a boolean of 1",
    text: '{"configs":{"harbor.corp":{"tls":{"insecure_skip_verify":1}}}}',
    hits: ["type error 1 configs|harbor.corp|tls|insecure_skip_verify"],
  },
  {
    name: "10 an endpoint that is text",
    text: y`
      mirrors:
        quay.io:
          endpoint: https://m.example.com
      `,
    hits: ["type error 3 mirrors|quay.io|endpoint"],
  },
  {
    name: "10 a mirror that is a list",
    text: y`
      mirrors:
        quay.io:
          - https://m.example.com
      `,
    hits: ["type error 3 mirrors|quay.io"],
  },
  {
    name: "10 mirrors that are a list",
    text: y`
      mirrors:
        - quay.io:
            endpoint: [https://m.example.com]
      `,
    hits: ["type error 2 mirrors"],
  },
  {
    name: "10 a rewrite that is a list",
    text: y`
      mirrors:
        quay.io:
          endpoint: [https://m.example.com]
          rewrite:
            - "^a": "b"
      `,
    hits: ["type error 5 mirrors|quay.io|rewrite"],
  },
  {
    name: "10 yes, on and null are fine",
    text: y`
      mirrors:
        quay.io:
        ghcr.io: {}
        k8s.io: ~
      configs:
        a.corp:
          tls: { insecure_skip_verify: yes }
        b.corp:
          tls: { insecure_skip_verify: ON }
      `,
    clean: ["type", "yaml-parse"],
  },
  {
    name: "12 a bare star",
    text: y`
      mirrors:
        *:
          endpoint:
            - https://m.example.com
      `,
    hits: ["yaml-star error 2 "],
  },
  {
    name: "12 a bare star under configs, with CRLF",
    text: "configs:\r\n  *:\r\n    tls:\r\n      insecure_skip_verify: true\r\n",
    hits: ["yaml-star error 2 "],
  },
  {
    name: "12 a bare star in a flow",
    text: "mirrors: {*: {endpoint: [https://m.example.com]}}\n",
    hits: ["yaml-star error 1"],
  },
  {
    name: "12 a quoted star",
    text: "mirrors:\n  '*':\n    endpoint: [https://m.example.com]\n",
    clean: ["yaml-star", "yaml-parse"],
  },
];

exam("values of YAML", valueCases);
