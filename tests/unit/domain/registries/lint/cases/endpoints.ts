import { type Cases, host, hub, rewriting } from "./case";

const right = [
  hub("https://harbor.corp"),
  hub("http://10.0.0.1:5000/v2/proxy"),
  hub('"https://[fe80::1]:5000"'),
];

export const endpointCases: Cases = {
  "endpoint-empty": {
    hits: [hub('""'), hub(""), hub("https://a.b", "~")],
    misses: right,
    fixes: ["remove-endpoint"],
  },
  "endpoint-scheme": {
    hits: [hub("htps://harbor.corp"), hub("oci://harbor.corp"), hub("http:/harbor.corp")],
    misses: right,
    fixes: ["write"],
  },
  "endpoint-space": {
    hits: [hub('"https://harbor.corp "'), hub("https://har bor")],
    misses: right,
    fixes: ["write"],
  },
  "endpoint-character": {
    hits: [hub("https://harbor_!.corp"), hub("'https://a.b,https://c.d'")],
    misses: right,
  },
  "endpoint-host": { hits: [hub("https://"), hub("https://-a.b"), hub('"https://fe80::1"')], misses: right },
  "endpoint-port": { hits: [hub("https://a.b:http"), hub("https://a.b:99999")], misses: right },
  "endpoint-escape": { hits: [hub("https://a.b/v2/%zz")], misses: [...right, hub("https://a.b/v2/%2f")] },
  "endpoint-userinfo": {
    hits: [hub("https://u:p@harbor.corp")],
    misses: [...right, hub("https://harbor.corp/v2/a@b")],
    fixes: ["write"],
  },
  "endpoint-query": {
    hits: [hub("https://a.b?x=1"), hub("'https://a.b#x'")],
    misses: right,
    fixes: ["write"],
  },
  "no-scheme": {
    hits: [
      hub("harbor.corp"),
      hub("harbor.corp:5000"),
      [hub("localhost:5000"), { version: "v1.27.10+k3s1" }],
    ],
    misses: [...right, hub("localhost:5000"), hub("127.0.0.1:5000")],
    fixes: ["write", "write-2"],
  },
  "path-without-v2": {
    hits: [hub("https://harbor.corp/dockerhub"), hub("https://harbor.corp/v1/")],
    misses: [...right, hub("https://harbor.corp/"), hub("https://harbor.corp/v2")],
    fixes: ["write", "write-2"],
  },
  "path-trailing-slash": {
    hits: [hub("https://harbor.corp/v2/"), [hub("https://harbor.corp/"), { version: "v1.26.12+k3s1" }]],
    misses: [...right, hub("https://harbor.corp/"), hub("https://harbor.corp/v2")],
    fixes: ["write"],
  },
  "duplicate-endpoint": {
    hits: [
      hub("https://a.b", "https://c.d", "https://a.b/"),
      hub("a.b", "https://a.b/v2"),
      "mirrors: {docker.io: {endpoint: [https://a.b, https://a.b]}}\n",
    ],
    misses: [
      hub("https://a.b", "http://a.b"),
      hub("https://a.b", "https://a.b:443"),
      hub("https://a.b/v2", "https://a.b/v2/"),
    ],
    fixes: ["remove-endpoint"],
  },
  "redundant-default": {
    hits: [hub("https://a.b", "https://registry-1.docker.io"), hub("https://a.b", "docker.io")],
    misses: [
      hub("https://registry-1.docker.io", "https://a.b"),
      [hub("https://a.b", "docker.io"), { disableDefaultRegistryEndpoint: true }],
      [hub("https://a.b", "docker.io"), { version: "v1.27.11+k3s1" }],
    ],
    fixes: ["remove-endpoint"],
  },
  "default-last": {
    hits: [[hub("https://a.b", "https://docker.io"), { version: "v1.28.7+k3s1" }]],
    misses: [
      hub("https://a.b", "https://docker.io"),
      [hub("https://docker.io", "https://a.b"), { version: "v1.28.7+k3s1" }],
      [`${hub("https://a.b", "docker.io")}configs:\n  docker.io:\n`, { version: "v1.28.7+k3s1" }],
    ],
    fixes: ["remove-endpoint"],
  },
  "default-rewritten": {
    hits: [
      "mirrors:\n  a.b:\n    endpoint: [https://a.b, https://c.d]\n    rewrite: {^x: y}\n",
      "mirrors:\n  a.b:\n    endpoint: [https://c.d, https://a.b]\n    rewrite: {^x: y}\n",
    ],
    misses: [rewriting("^x: y"), hub("https://docker.io", "https://a.b")],
    fixes: ["remove-endpoint"],
  },
  "ipv6-endpoint": {
    hits: [[hub('"https://[fe80::1]:5000"'), { version: "v1.30.8+k3s1" }]],
    misses: [hub('"https://[fe80::1]:5000"'), [hub("https://a.b"), { version: "v1.30.8+k3s1" }]],
  },
  "no-endpoints": {
    hits: ["mirrors:\n  docker.io:\n", "mirrors:\n  docker.io:\n    endpoint: []\n"],
    misses: [hub("https://a.b"), ["mirrors:\n  docker.io:\n", { embeddedRegistry: true }]],
  },
  "tls-on-http": {
    hits: [
      `${hub("http://a.b:5000")}${host('"a.b:5000"', "tls", "insecure_skip_verify: true")}`,
      `${hub("http://a.b")}${host("a.b", "tls", "ca_file: /ca")}`,
    ],
    misses: [
      `${hub("http://a.b:80")}${host('"a.b:80"', "tls", "ca_file: /ca")}`,
      `${hub("https://a.b")}${host("a.b", "tls", "ca_file: /ca")}`,
      `${hub("http://a.b:5000")}${host("a.b", "tls", "ca_file: /ca")}`,
    ],
    fixes: ["remove-tls", "write"],
  },
  "auth-on-http": {
    hits: [`${hub("http://a.b:5000")}${host('"a.b:5000"', "auth", "username: u")}`],
    misses: [
      `${hub("https://a.b:5000")}${host('"a.b:5000"', "auth", "username: u")}`,
      `${hub("http://a.b:5000")}${host("a.b", "auth", "username: u")}`,
    ],
    fixes: ["write"],
  },
};
