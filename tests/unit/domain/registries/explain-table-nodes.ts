import type { Table } from "./explain-table";

const hub = "https://registry-1.docker.io/v2/library/alpine/manifests/3";
const alpine = "library/alpine/manifests/3";
const read = "docker.io/library/alpine:3";

/** Where only one of several rules matches there is no chance in it. */
export const twoRules: Table = {
  about: "rules that do not overlap",
  yaml: `mirrors:
  docker.io:
    endpoint: [https://m]
    rewrite: {"^library/": "official/", "^bitnami/": "vendor/"}
`,
  rows: [
    [
      "alpine:3",
      read,
      "docker.io",
      "https://m/v2/official/alpine/manifests/3?ns=docker.io | rewrite ^library/",
      hub,
    ],
    [
      "bitnami/redis:7",
      "docker.io/bitnami/redis:7",
      "docker.io",
      "https://m/v2/vendor/redis/manifests/7?ns=docker.io | rewrite ^bitnami/",
      "https://registry-1.docker.io/v2/bitnami/redis/manifests/7",
    ],
    [
      "a/b:1",
      "docker.io/a/b:1",
      "docker.io",
      "https://m/v2/a/b/manifests/1?ns=docker.io",
      "https://registry-1.docker.io/v2/a/b/manifests/1",
    ],
  ],
};

const agent = "/var/lib/rancher/k3s/agent";

/** The embedded registry comes before all endpoints of registries that are listed, and takes no rewrites. */
export const embedded: Table = {
  about: "the embedded registry",
  yaml: `mirrors:
  docker.io: {endpoint: [https://m], rewrite: {"^": "p/"}}
  quay.io: {}
`,
  target: { embeddedRegistry: true },
  rows: [
    [
      "alpine:3",
      read,
      "docker.io",
      `https://127.0.0.1:6443/v2/${alpine}?ns=docker.io | ca ${agent}/server-ca.crt | client ${agent}/client-k3s-controller.crt`,
      "https://m/v2/p/library/alpine/manifests/3?ns=docker.io | rewrite ^",
      hub,
    ],
    [
      "quay.io/a:1",
      "quay.io/a:1",
      "quay.io",
      `https://127.0.0.1:6443/v2/a/manifests/1?ns=quay.io | ca ${agent}/server-ca.crt | client ${agent}/client-k3s-controller.crt`,
      "https://quay.io/v2/a/manifests/1",
    ],
    ["ghcr.io/a:1", "ghcr.io/a:1", null, "https://ghcr.io/v2/a/manifests/1"],
  ],
};

/** RKE2's own puller: `*` holds for logins and TLS, and the registry itself is always asked. */
export const runtime: Table = {
  about: "RKE2's own puller",
  yaml: `mirrors:
  docker.io: {endpoint: [https://m.corp], rewrite: {"^rancher/": "hub/rancher/"}}
configs:
  "*": {auth: {username: u, password: p}}
  m.corp: {tls: {ca_file: /ca.pem}}
`,
  target: { distribution: "rke2", puller: "rke2-runtime", disableDefaultRegistryEndpoint: true },
  rows: [
    [
      "rancher/rke2-runtime:v1",
      "docker.io/rancher/rke2-runtime:v1",
      "docker.io",
      "https://m.corp/v2/hub/rancher/rke2-runtime/manifests/v1?ns=docker.io | rewrite ^rancher/ | ca /ca.pem",
      "https://index.docker.io/v2/rancher/rke2-runtime/manifests/v1 | login * password",
    ],
    [
      "quay.io/rancher/rke2-runtime:v1",
      "quay.io/rancher/rke2-runtime:v1",
      null,
      "https://quay.io/v2/rancher/rke2-runtime/manifests/v1 | login * password",
    ],
  ],
};
