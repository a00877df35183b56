import type { ReferenceFile } from "./reference-files";

const hubMirror = { endpoint: ["https://registry.example.com:5000"], rewrite: null };
const plainMirror = { endpoint: ["http://registry.example.com:5000"], rewrite: null };
const login = { username: "xxxxxx", password: "xxxxxx", auth: "", identitytoken: "" };
const emptyTls = { ca_file: "", cert_file: "", key_file: "", insecure_skip_verify: false };

/** Examples in the manner of the K3s documentation (docs/installation/private-registry.md), with their meaning. */
export const documentedFiles: ReferenceFile[] = [
  {
    name: "rewrite",
    text: `mirrors:
  docker.io:
    endpoint:
      - "https://registry.example.com:5000"
    rewrite:
      "^rancher/(.*)": "mirrorproject/rancher-images/$1"
`,
    meaning: {
      mirrors: {
        "docker.io": { ...hubMirror, rewrite: { "^rancher/(.*)": "mirrorproject/rancher-images/$1" } },
      },
      configs: null,
      auths: null,
    },
  },
  {
    name: "wildcard",
    text: `mirrors:
  "*":
    endpoint:
      - "https://registry.example.com:5000"
configs:
  "docker.io":
  "*":
    tls:
      insecure_skip_verify: true
`,
    meaning: {
      mirrors: { "*": hubMirror },
      configs: {
        "docker.io": { auth: null, tls: null },
        "*": { auth: null, tls: { ...emptyTls, insecure_skip_verify: true } },
      },
      auths: null,
    },
  },
  {
    name: "TLS with comments in place of paths",
    text: `mirrors:
  docker.io:
    endpoint:
      - "https://registry.example.com:5000"
configs:
  "registry.example.com:5000":
    auth:
      username: xxxxxx # this is the registry username
      password: xxxxxx # this is the registry password
    tls:
      cert_file: # path to the cert file used in the registry
      key_file:  # path to the key file used in the registry
      ca_file:   # path to the ca file used in the registry
`,
    meaning: {
      mirrors: { "docker.io": hubMirror },
      configs: { "registry.example.com:5000": { auth: login, tls: emptyTls } },
      auths: null,
    },
  },
  {
    name: "login without TLS",
    text: `mirrors:
  docker.io:
    endpoint:
      - "http://registry.example.com:5000"
configs:
  "registry.example.com:5000":
    auth:
      username: xxxxxx
      password: xxxxxx
`,
    meaning: {
      mirrors: { "docker.io": plainMirror },
      configs: { "registry.example.com:5000": { auth: login, tls: null } },
      auths: null,
    },
  },
  {
    name: "the token that K3s does not read",
    text: `configs:
  registry.example.com:
    auth:
      token: abc
`,
    meaning: {
      mirrors: null,
      configs: {
        "registry.example.com": {
          auth: { username: "", password: "", auth: "", identitytoken: "" },
          tls: null,
        },
      },
      auths: null,
    },
  },
];
