import { type ExamCase, noDefault, rke2, y } from "./case";
import { exam } from "./judge";

const M = "https://m.example.com";
const AUTH = 'auth: { username: u, password: "{{secret:x.password}}" }';

/** Names of registries and the wildcard: rows 16 to 22. */
const nameCases: readonly ExamCase[] = [
  ...["https://docker.io", "http://h.corp:5000", "https://index.docker.io/v1/"].map((key) => ({
    name: `16 ${key} as a host`,
    text: `configs:\n  "${key}":\n    ${AUTH}\n`,
    hits: [`key-scheme error 2 configs|${key}`],
  })),
  {
    name: "16 a scheme in a mirror's name",
    text: `mirrors:\n  https://quay.io:\n    endpoint: [${M}]\n`,
    hits: ["key-scheme error 2 mirrors|https://quay.io"],
  },
  {
    name: "16 a host and port",
    text: `mirrors:\n  quay.io:443:\n    endpoint: [${M}]\n`,
    clean: ["key-scheme", "key-path"],
  },
  ...["../../etc", "quay.io/team", "..", "", "/", "."].map((key) => ({
    name: `17 "${key}" as a registry`,
    text: `mirrors:\n  "${key}":\n    endpoint: [${M}]\n`,
    hits: [`key-path error 2 mirrors|${key}`],
  })),
  ...["../x", "h.corp/v2", ""].map((key) => ({
    name: `17 "${key}" as a host`,
    text: `configs:\n  "${key}":\n    tls: { insecure_skip_verify: true }\n`,
    hits: [`key-path error 2 configs|${key}`],
  })),
  {
    name: "17 the folder of the wildcard",
    text: `mirrors:\n  _default:\n    endpoint: [${M}]\n`,
    hits: ["key-reserved error 2 mirrors|_default"],
  },
  {
    name: "17 a space in a name",
    text: `mirrors:\n  "a b.corp":\n    endpoint: [${M}]\n`,
    hits: ["key-space error 2 mirrors|a b.corp"],
  },
  { name: "17 a null key", text: `mirrors:\n  ~:\n    endpoint: [${M}]\n`, hits: ["key-path error 2"] },
  ...[
    "*",
    "quay.io",
    "localhost",
    "localhost:5000",
    "10.0.0.1:5000",
    "[fd00::1]:5000",
    "[fd00::1]",
    "Harbor.Corp",
    "my_host",
  ].map((key) => ({
    name: `17 ${key} is a registry`,
    text: `mirrors:\n  "${key}":\n    endpoint: [${M}]\n`,
    clean: ["key-path", "key-scheme"],
  })),
  ...["index.docker.io", "registry-1.docker.io"].map((key) => ({
    name: `19 ${key} as a mirror's name`,
    text: `mirrors:\n  ${key}:\n    endpoint: [${M}]\n`,
    hits: [`hub-alias-key warning 2 mirrors|${key}`],
  })),
  {
    name: "19 flow style",
    text: `mirrors: {"index.docker.io": {endpoint: ["${M}"]}}\n`,
    hits: ["hub-alias-key warning 1 mirrors|index.docker.io"],
  },
  ...["myhost", "hub.docker.com", "harbor", "k8s"].map((key) => ({
    name: `19 ${key} is never the registry of an image`,
    text: `mirrors:\n  ${key}:\n    endpoint: [${M}]\n`,
    hits: [
      key === "hub.docker.com"
        ? "hub-alias-key warning 2 mirrors|hub.docker.com"
        : `key-not-registry warning 2 mirrors|${key}`,
    ],
  })),
  {
    name: "19 docker.io and localhost",
    text: `mirrors:\n  docker.io:\n    endpoint: [${M}]\n  localhost:\n    endpoint: [${M}]\n`,
    clean: ["hub-alias-key", "key-not-registry"],
  },
  {
    name: "21 credentials for all hosts",
    text: `configs:\n  "*":\n    ${AUTH}\n`,
    hits: ["wildcard-auth warning 3 configs|*|auth"],
  },
  {
    name: "21 on RKE2 they serve the runtime image",
    text: `configs:\n  '*':\n    ${AUTH}\n`,
    target: rke2,
    hits: ["wildcard-auth info 3 configs|*|auth"],
  },
  {
    name: "21 JSON",
    text: '{"configs":{"*":{"auth":{"identity_token":"x"}}}}',
    hits: ["wildcard-auth warning 1 configs|*|auth"],
  },
  {
    name: "21 TLS alone for all hosts",
    text: 'configs:\n  "*":\n    tls: { insecure_skip_verify: true }\n',
    clean: ["wildcard-auth", "wildcard-tls-lost", "config-key-unused"],
  },
  {
    name: "22 TLS for all hosts beside a mirror for all registries",
    text: y`
      mirrors:
        "*":
          endpoint: [https://m.example.com]
      configs:
        "*":
          tls:
            insecure_skip_verify: true
      `,
    hits: ["wildcard-tls-lost warning 6 configs|*|tls"],
  },
  {
    name: "22 the documented example",
    text: y`
      mirrors:
        "*":
        docker.io:
      configs:
        "*":
          tls: { insecure_skip_verify: true }
        docker.io:
      `,
    hits: ["wildcard-tls-lost warning 6 configs|*|tls"],
  },
  {
    name: "22 a mirror elsewhere does not take TLS from all hosts",
    text: y`
      mirrors:
        quay.io:
          endpoint: [https://m.example.com]
      configs:
        "*":
          tls: { insecure_skip_verify: true }
      `,
    hits: ["wildcard-tls-endpoint info 6 configs|*|tls"],
    clean: ["wildcard-tls-lost"],
  },
  {
    name: "C02 one endpoint has credentials, its neighbour has none",
    text: y`
      mirrors:
        quay.io:
          endpoint:
            - https://a.corp:8443
            - https://a.corp:9443
      configs:
        a.corp:8443:
          ${AUTH}
      `,
    hits: ["endpoint-without-auth warning 5 mirrors|quay.io|endpoint|1"],
  },
  {
    name: "W01 an entry of its own hides the one for all",
    text: y`
      mirrors:
        "*":
          endpoint: [https://all.example.com]
        quay.io:
          endpoint: [https://q.example.com]
      `,
    hits: ["wildcard-hidden info 4 mirrors|quay.io"],
  },
  {
    name: "W01 the one for all alone",
    text: `mirrors:\n  "*":\n    endpoint: [${M}]\n`,
    clean: ["wildcard-hidden"],
  },
  {
    name: "17 both * and _default",
    text: `mirrors:\n  "*":\n    endpoint: [${M}]\n  _default:\n    endpoint: [${M}]\n`,
    hits: ["key-reserved error 4 mirrors|_default"],
    target: noDefault,
  },
];

exam("names", nameCases);
