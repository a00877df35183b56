import { type Cases, host } from "./case";

const mirror = (name: string) => `mirrors:\n  ${name}:\n    endpoint:\n      - https://harbor.corp\n`;
const right = [mirror("quay.io"), mirror('"*"'), mirror("localhost:5000"), mirror('"[::1]:5000"')];

export const keyCases: Cases = {
  "key-scheme": {
    hits: [
      mirror("https://quay.io"),
      host("https://harbor.corp/v2", "tls", "ca_file: /ca"),
      mirror("http:/quay.io"),
    ],
    misses: right,
    fixes: ["write"],
  },
  "key-path": {
    hits: [
      mirror("quay.io/team"),
      mirror("../../etc"),
      mirror('""'),
      mirror(".."),
      host("a.b/c", "auth", "username: u"),
    ],
    misses: right,
    fixes: ["write"],
  },
  "key-space": { hits: [mirror('"quay.io "'), mirror("quay .io")], misses: right, fixes: ["write"] },
  "key-character": { hits: [mirror("quay_?.io"), mirror("镜像.cn"), mirror("a..b")], misses: right },
  "key-wildcard": { hits: [mirror('"*.corp"')], misses: right },
  "key-reserved": { hits: [mirror("_default")], misses: right, fixes: ["write"] },
  "key-port": { hits: [mirror("quay.io:http"), mirror("quay.io:70000")], misses: right },
  "key-ipv6": { hits: [mirror('"fe80::1"')], misses: right, fixes: ["write"] },
  "key-upper-case": {
    hits: [mirror("Quay.io"), host("Harbor.corp", "tls", "ca_file: /ca")],
    misses: [
      ...right,
      `mirrors:\n  a.b:\n    endpoint: [https://Harbor.corp]\n${host("Harbor.corp", "tls", "ca_file: /ca")}`,
    ],
    fixes: ["write"],
  },
  "key-not-registry": {
    hits: [mirror("harbor")],
    misses: [...right, mirror("localhost"), host("harbor", "tls", "ca_file: /ca")],
  },
  "hub-alias-key": {
    hits: [mirror("index.docker.io"), mirror("registry-1.docker.io")],
    misses: [...right, mirror("docker.io"), host("registry-1.docker.io", "auth", "username: u")],
    fixes: ["write"],
  },
  "hub-auth-key": {
    hits: [
      host("docker.io", "auth", "username: u", "password: p"),
      host("index.docker.io", "auth", "username: u"),
      [host("docker.io", "auth", "username: u"), { distribution: "rke2" }],
      `configs:\n  docker.io:\n    auth: {username: u}\n  registry-1.docker.io:\n    auth: {username: u}\n`,
    ],
    misses: [
      host("registry-1.docker.io", "auth", "username: u"),
      host("docker.io", "tls", "ca_file: /ca"),
      [
        "configs:\n  docker.io:\n    auth: {username: u}\n  registry-1.docker.io:\n    auth: {username: u}\n",
        { distribution: "rke2" },
      ],
      `mirrors:\n  docker.io:\n    endpoint: [https://index.docker.io]\n${host("index.docker.io", "auth", "username: u")}`,
    ],
    fixes: ["write"],
  },
  "config-key-unused": {
    hits: [
      `${mirror("quay.io")}${host("quay.io", "auth", "username: u")}`,
      `${mirror("quay.io")}${host("harbor", "auth", "username: u")}`,
      `${mirror("quay.io")}${host("icr.io", "auth", "username: u")}`,
      `${mirror("docker.io")}${host("docker.io", "tls", "ca_file: /ca")}`,
      `mirrors:\n  a.b:\n    endpoint: ["http://H.corp:9000"]\n${host('"h.corp:9000"', "auth", "username: u")}`,
    ],
    misses: [
      `${mirror("quay.io")}${host("harbor.corp", "auth", "username: u")}`,
      host("icr.io", "auth", "username: u"),
      `${mirror("docker.io")}${host("registry-1.docker.io", "auth", "username: u")}`,
      `${mirror("quay.io")}configs:\n  quay.io:\n    auth: {username: u}\n  harbor.corp:\n    auth: {username: u}\n`,
      `${mirror("quay.io")}configs:\n  icr.io:\n`,
    ],
    fixes: ["write"],
  },
  "port-mismatch": {
    hits: [
      `${mirror("quay.io")}${host("harbor.corp:8443", "auth", "username: u")}`,
      `mirrors:\n  a.b:\n    endpoint: ["http://h.corp:9000"]\n${host("h.corp", "auth", "username: u")}`,
      `mirrors:\n  h.corp:\n    endpoint: ["https://h.corp:8443"]\n${host("h.corp", "tls", "ca_file: /ca")}`,
    ],
    misses: [
      `${mirror("quay.io")}${host("harbor.corp", "auth", "username: u")}`,
      `${mirror("quay.io")}${host("other.corp:8443", "auth", "username: u")}`,
    ],
    fixes: ["write"],
  },
  "endpoint-without-auth": {
    hits: [
      "mirrors:\n  a.b:\n    endpoint: [https://h.corp, https://h.corp:8443]\nconfigs:\n  h.corp:\n    auth: {username: u}\n",
    ],
    misses: [
      "mirrors:\n  a.b:\n    endpoint: [https://h.corp, https://i.corp]\nconfigs:\n  h.corp:\n    auth: {username: u}\n",
      "mirrors:\n  a.b:\n    endpoint: [https://h.corp:8443]\nconfigs:\n  h.corp:\n    auth: {username: u}\n",
    ],
    fixes: ["copy-settings"],
  },
};
