import type { Table } from "./explain-table";

const digest = "sha256:82becede498899ec668628e7cb0ad87b6e1c371cb8a1e597d83a47fac21d6af3";

const yaml = `mirrors:
  docker.io:
    endpoint: ["https://harbor.corp:8443", "https://mirror.gcr.io"]
    rewrite: {"^library/(.*)": "dockerhub/library/$1"}
  quay.io:
    endpoint: ["http://cache.corp:5000/v2/quay"]
  ghcr.io:
    endpoint: []
  "*":
    endpoint: ["https://all.corp"]
    rewrite: {"^(.*)$": "any/$1"}
configs:
  "harbor.corp:8443":
    auth: {username: robot, password: p}
    tls: {ca_file: /corp.pem}
  registry-1.docker.io:
    auth: {auth: dXNlcjpwYXNzd29yZA==}
  quay.io:
    tls: {cert_file: /q.crt, key_file: /q.key}
  private.corp:
    auth: {identity_token: t}
    tls: {insecure_skip_verify: true}
`;

const harbor = "ca /corp.pem | login harbor.corp:8443 password";
const rule = "rewrite ^library/(.*)";
const hubLogin = "login registry-1.docker.io auth";
const anyRule = "rewrite ^(.*)$";

/** The three requests for an image of Docker Hub's own. */
const hub = (object: string): [string, string, string] => [
  `https://harbor.corp:8443/v2/dockerhub/library/nginx/manifests/${object}?ns=docker.io | ${rule} | ${harbor}`,
  `https://mirror.gcr.io/v2/dockerhub/library/nginx/manifests/${object}?ns=docker.io | ${rule}`,
  `https://registry-1.docker.io/v2/library/nginx/manifests/${object} | ${hubLogin}`,
];

const grafana = "grafana/grafana/manifests/latest";
const anywhere = (path: string, namespace: string) =>
  `https://all.corp/v2/any/${path}?ns=${namespace} | ${anyRule}`;

/** A file as companies have it: two mirrors, a rewrite, logins, a wildcard. */
export const corp: Table = {
  about: "a company's file",
  yaml,
  rows: [
    ["nginx", "docker.io/library/nginx:latest", "docker.io", ...hub("latest")],
    ["nginx:1.27", "docker.io/library/nginx:1.27", "docker.io", ...hub("1.27")],
    ["library/nginx:1", "docker.io/library/nginx:1", "docker.io", ...hub("1")],
    ["docker.io/nginx", "docker.io/library/nginx:latest", "docker.io", ...hub("latest")],
    ["docker.io/library/nginx:1", "docker.io/library/nginx:1", "docker.io", ...hub("1")],
    ["index.docker.io/nginx:1", "docker.io/library/nginx:1", "docker.io", ...hub("1")],
    [`nginx@${digest}`, `docker.io/library/nginx@${digest}`, "docker.io", ...hub(digest)],
    [`nginx:1@${digest}`, `docker.io/library/nginx@${digest}`, "docker.io", ...hub(digest)],
    [
      "grafana/grafana",
      "docker.io/grafana/grafana:latest",
      "docker.io",
      `https://harbor.corp:8443/v2/${grafana}?ns=docker.io | ${harbor}`,
      `https://mirror.gcr.io/v2/${grafana}?ns=docker.io`,
      `https://registry-1.docker.io/v2/${grafana} | ${hubLogin}`,
    ],
    [
      "registry-1.docker.io/library/nginx:1",
      "registry-1.docker.io/library/nginx:1",
      "registry-1.docker.io",
      `https://registry-1.docker.io/v2/library/nginx/manifests/1 | ${hubLogin}`,
    ],
    [
      "quay.io/a/b:1",
      "quay.io/a/b:1",
      "quay.io",
      "http://cache.corp:5000/v2/quay/a/b/manifests/1?ns=quay.io | plain",
      "https://quay.io/v2/a/b/manifests/1 | client /q.crt",
    ],
    [
      "quay.io:443/a/b:1",
      "quay.io:443/a/b:1",
      "*",
      anywhere("a/b/manifests/1", "quay.io%3A443"),
      "https://quay.io:443/v2/a/b/manifests/1",
    ],
    [
      "ghcr.io/x/y",
      "ghcr.io/x/y:latest",
      "*",
      anywhere("x/y/manifests/latest", "ghcr.io"),
      "https://ghcr.io/v2/x/y/manifests/latest",
    ],
    [
      "gcr.io/distroless/static:nonroot",
      "gcr.io/distroless/static:nonroot",
      "*",
      anywhere("distroless/static/manifests/nonroot", "gcr.io"),
      "https://gcr.io/v2/distroless/static/manifests/nonroot",
    ],
    [
      "private.corp/app:2",
      "private.corp/app:2",
      "private.corp",
      "https://private.corp/v2/app/manifests/2 | unverified | login private.corp identity-token",
    ],
    [
      "private.corp:443/app:2",
      "private.corp:443/app:2",
      "*",
      anywhere("app/manifests/2", "private.corp%3A443"),
      "https://private.corp:443/v2/app/manifests/2",
    ],
    [
      "localhost:5000/app",
      "localhost:5000/app:latest",
      "*",
      anywhere("app/manifests/latest", "localhost%3A5000"),
      "https://localhost:5000/v2/app/manifests/latest | unverified",
      "http://localhost:5000/v2/app/manifests/latest | plain",
    ],
    [
      "harbor.corp:8443/team/app:3",
      "harbor.corp:8443/team/app:3",
      "harbor.corp:8443",
      `https://harbor.corp:8443/v2/team/app/manifests/3 | ${harbor}`,
    ],
    ["Nginx", "invalid reference format: repository name (library/Nginx) must be lowercase", null],
    ["nginx:", "invalid reference format", null],
  ],
};

/** The same file on a node whose pods bring their own credentials. */
export const corpWithPod: Table = {
  about: "a company's file and credentials of the pod",
  yaml,
  target: { podCredentials: true },
  rows: [
    [
      "private.corp/app:2",
      "private.corp/app:2",
      "private.corp",
      "https://private.corp/v2/app/manifests/2 | unverified | pod",
    ],
    [
      "quay.io/a/b:1",
      "quay.io/a/b:1",
      "quay.io",
      "http://cache.corp:5000/v2/quay/a/b/manifests/1?ns=quay.io | plain | pod",
      "https://quay.io/v2/a/b/manifests/1 | client /q.crt | pod",
    ],
  ],
};

/** The same file where the default endpoint is disabled: only what `configs` does not name loses it. */
export const corpWithoutDefault: Table = {
  about: "a company's file without default endpoints",
  yaml,
  target: { disableDefaultRegistryEndpoint: true },
  rows: [
    ["nginx:1", "docker.io/library/nginx:1", "docker.io", ...hub("1").slice(0, 2)],
    [
      "quay.io/a/b:1",
      "quay.io/a/b:1",
      "quay.io",
      "http://cache.corp:5000/v2/quay/a/b/manifests/1?ns=quay.io | plain",
      "https://quay.io/v2/a/b/manifests/1 | client /q.crt",
    ],
    ["gcr.io/a/b:1", "gcr.io/a/b:1", "*", anywhere("a/b/manifests/1", "gcr.io")],
  ],
};
