import { type ExamCase, rke2, y } from "./case";
import { exam } from "./judge";

const AUTH = 'auth: { username: u, password: "{{secret:x.password}}" }';

/** Which host gets which settings: rows 13 to 15. */
const keyCases: readonly ExamCase[] = [
  ...["docker.io", "index.docker.io"].map((key) => ({
    name: `13 Hub credentials under ${key}`,
    text: `configs:\n  ${key}:\n    ${AUTH}\n`,
    hits: [`hub-auth-key warning 2 configs|${key}`],
  })),
  ...["docker.io", "index.docker.io"].map((key) => ({
    name: `13 Hub credentials under ${key} serve RKE2's runtime image`,
    text: `configs:\n  "${key}":\n    ${AUTH}\n`,
    target: rke2,
    hits: [`hub-auth-key info 2 configs|${key}`],
  })),
  {
    name: "13 in JSON",
    text: '{"configs":{"docker.io":{"auth":{"auth":"dTpw"}}}}',
    hits: ["hub-auth-key warning 1 configs|docker.io"],
  },
  {
    name: "13 the name containerd asks for",
    text: `configs:\n  registry-1.docker.io:\n    ${AUTH}\n`,
    clean: ["hub-auth-key", "config-key-unused"],
  },
  {
    name: "13 TLS of docker.io is read",
    text: "configs:\n  docker.io:\n    tls: { ca_file: /a.crt }\n",
    clean: ["hub-auth-key", "config-key-unused"],
  },
  {
    name: "13 both names on RKE2 are right",
    text: `configs:\n  registry-1.docker.io:\n    ${AUTH}\n  docker.io:\n    ${AUTH}\n`,
    target: rke2,
    clean: ["hub-auth-key", "config-key-unused"],
  },
  {
    name: "14 credentials under the mirrored registry",
    text: y`
      mirrors:
        quay.io:
          endpoint:
            - https://harbor.corp:8443
      configs:
        quay.io:
          ${AUTH}
      `,
    hits: ["config-key-unused warning 6 configs|quay.io"],
  },
  {
    name: "14 a key close to the endpoint's host",
    text: y`
      mirrors:
        quay.io:
          endpoint: [https://harbor.corp]
      configs:
        habor.corp:
          ${AUTH}
      `,
    hits: ["config-key-unused warning 5 configs|habor.corp"],
  },
  {
    name: "14 a key in another case",
    text: y`
      mirrors:
        quay.io:
          endpoint: [https://harbor.corp]
      configs:
        Harbor.corp:
          tls: { ca_file: /a.crt }
      `,
    hits: ["config-key-unused warning 5 configs|Harbor.corp"],
  },
  {
    name: "14 a private registry without mirrors",
    text: `configs:\n  harbor.corp:\n    ${AUTH}\n`,
    clean: ["config-key-unused", "port-mismatch"],
  },
  {
    name: "14 the endpoint's host",
    text: `mirrors:\n  quay.io:\n    endpoint: [https://harbor.corp]\nconfigs:\n  harbor.corp:\n    ${AUTH}\n`,
    clean: ["config-key-unused", "port-mismatch"],
  },
  {
    name: "14 a mirror that is its own default endpoint",
    text: `mirrors:\n  harbor.corp:5000:\nconfigs:\n  harbor.corp:5000:\n    ${AUTH}\n`,
    clean: ["config-key-unused", "port-mismatch"],
  },
  ...(
    [
      ["http://harbor.corp:9000", "harbor.corp"],
      ["https://harbor.corp", "harbor.corp:443"],
      ["https://harbor.corp:443", "harbor.corp"],
      ["https://harbor.corp:8443", "harbor.corp:9443"],
    ] as const
  ).map(([endpoint, key]) => ({
    name: `15 endpoint ${endpoint}, key ${key}`,
    text: `mirrors:\n  quay.io:\n    endpoint: ["${endpoint}"]\nconfigs:\n  "${key}":\n    ${AUTH}\n`,
    hits: [`port-mismatch warning 5 configs|${key}`],
  })),
  {
    name: "15 both ports have their key",
    text: `mirrors:\n  quay.io:\n    endpoint: ["https://h.corp:443", "https://h.corp"]\nconfigs:\n  h.corp: { ${AUTH} }\n  h.corp:443: { ${AUTH} }\n`,
    clean: ["port-mismatch", "config-key-unused"],
  },
];

exam("key", keyCases);
