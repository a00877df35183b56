import type { Table } from "./explain-table";

const hub = "https://registry-1.docker.io/v2/library/alpine/manifests/3";
const alpine = "library/alpine/manifests/3";
const read = "docker.io/library/alpine:3";

/** No file at all. */
export const empty: Table = {
  about: "an empty file",
  yaml: "",
  rows: [
    ["alpine:3", read, null, hub],
    ["a/b", "docker.io/a/b:latest", null, "https://registry-1.docker.io/v2/a/b/manifests/latest"],
    ["quay.io/a/b/c:1", "quay.io/a/b/c:1", null, "https://quay.io/v2/a/b/c/manifests/1"],
    ["r.corp:5000/a:1", "r.corp:5000/a:1", null, "https://r.corp:5000/v2/a/manifests/1"],
    ["MyOrg/app:1", "MyOrg/app:1", null, "https://MyOrg/v2/app/manifests/1"],
    ["[::1]:443/a:1", "[::1]:443/a:1", null, "https://[::1]:443/v2/a/manifests/1 | unverified"],
    [
      "127.0.0.1:5000/a:1",
      "127.0.0.1:5000/a:1",
      null,
      "https://127.0.0.1:5000/v2/a/manifests/1 | unverified",
      "http://127.0.0.1:5000/v2/a/manifests/1 | plain",
    ],
    ["localhost/a:1", "localhost/a:1", null, "https://localhost/v2/a/manifests/1 | unverified"],
    ["localhost:80/a:1", "localhost:80/a:1", null, "http://localhost:80/v2/a/manifests/1 | plain"],
  ],
};

const at = (base: string) => `${base}/${alpine}?ns=docker.io`;

/** How endpoints may be written. Doubled ones count once; the registry itself, listed last, is asked once. */
export const endpoints: Table = {
  about: "endpoints in many spellings",
  yaml: `mirrors:
  docker.io:
    endpoint: [plain.corp, "https://a.corp/", "https://a.corp/v2", "https://b.corp/proxy", "https://c.corp/v2/hub/",
      "localhost:5000", "http://d.corp", "https://registry-1.docker.io"]
  quay.io: {endpoint: ["https://quay.io", "https://a.corp"]}
`,
  rows: [
    [
      "alpine:3",
      read,
      "docker.io",
      at("https://plain.corp/v2"),
      at("https://a.corp/v2"),
      at("https://b.corp/proxy"),
      at("https://c.corp/v2/hub"),
      `${at("http://localhost:5000/v2")} | plain`,
      `${at("http://d.corp/v2")} | plain`,
      hub,
    ],
    [
      "quay.io/a/b:1",
      "quay.io/a/b:1",
      "quay.io",
      "https://quay.io/v2/a/b/manifests/1",
      "https://a.corp/v2/a/b/manifests/1?ns=quay.io",
      "https://quay.io/v2/a/b/manifests/1",
    ],
  ],
};

/** http with TLS settings is first tried as https, unless its port says http. */
export const http: Table = {
  about: "http endpoints with TLS settings",
  yaml: `mirrors:
  a.corp: {endpoint: ["http://m.corp:5000"]}
  b.corp: {endpoint: ["http://m.corp:80"]}
  c.corp: {endpoint: ["http://other.corp"]}
configs:
  m.corp:5000: {tls: {insecure_skip_verify: true}}
  m.corp:80: {tls: {ca_file: /ca.pem}}
`,
  rows: [
    [
      "a.corp/x:1",
      "a.corp/x:1",
      "a.corp",
      "https://m.corp:5000/v2/x/manifests/1?ns=a.corp | unverified",
      "http://m.corp:5000/v2/x/manifests/1?ns=a.corp | plain",
      "https://a.corp/v2/x/manifests/1",
    ],
    [
      "b.corp/x:1",
      "b.corp/x:1",
      "b.corp",
      "http://m.corp:80/v2/x/manifests/1?ns=b.corp | plain",
      "https://b.corp/v2/x/manifests/1",
    ],
    [
      "c.corp/x:1",
      "c.corp/x:1",
      "c.corp",
      "http://other.corp/v2/x/manifests/1?ns=c.corp | plain",
      "https://c.corp/v2/x/manifests/1",
    ],
    ["d.corp/x:1", "d.corp/x:1", null, "https://d.corp/v2/x/manifests/1"],
  ],
};

/** Logins belong to the host that asks for one, never to a name of it or to the wildcard; TLS knows one other name. */
export const logins: Table = {
  about: "logins under other names",
  yaml: `configs:
  docker.io: {auth: {username: u, password: p}, tls: {ca_file: /hub.pem}}
  "*": {auth: {username: any, password: p}, tls: {insecure_skip_verify: true}}
  r.corp: {auth: {username: u, password: p, auth: xx}}
  r.corp:443: {auth: {auth: bm9jb2xvbg==}}
  e.corp: {auth: {password: p}}
`,
  rows: [
    ["alpine:3", read, "docker.io", `${hub} | ca /hub.pem`],
    ["quay.io/a/b:1", "quay.io/a/b:1", "*", "https://quay.io/v2/a/b/manifests/1 | unverified"],
    ["r.corp/a:1", "r.corp/a:1", "r.corp", "https://r.corp/v2/a/manifests/1 | login r.corp password"],
    [
      "r.corp:443/a:1",
      "r.corp:443/a:1",
      "r.corp:443",
      "https://r.corp:443/v2/a/manifests/1 | login r.corp:443 invalid",
    ],
    ["e.corp/a:1", "e.corp/a:1", "e.corp", "https://e.corp/v2/a/manifests/1"],
    ["r.corp:80/a:1", "r.corp:80/a:1", "*", "https://r.corp:80/v2/a/manifests/1 | unverified"],
  ],
};

/** Rules hold for the repository alone, wherever they match, and a rule that changes nothing changes nothing. */
export const plainRules: Table = {
  about: "one rule for each registry",
  yaml: `mirrors:
  a.corp: {endpoint: [https://m], rewrite: {"b": "x"}}
  b.corp: {endpoint: [https://m], rewrite: {"^(.*)$": "p/$1x"}}
  c.corp: {endpoint: [https://m], rewrite: {"^(.*)$": "p/\${1}x"}}
  d.corp: {endpoint: [https://m], rewrite: {"^never$": "x"}}
  e.corp: {endpoint: [https://m], rewrite: {"^(?P<name>.*)$": "/$name"}}
  f.corp: {endpoint: [https://m], rewrite: {":1$": ":2"}}
`,
  rows: [
    [
      "a.corp/b/abb:1",
      "a.corp/b/abb:1",
      "a.corp",
      "https://m/v2/x/axx/manifests/1?ns=a.corp | rewrite b",
      "https://a.corp/v2/b/abb/manifests/1",
    ],
    [
      "b.corp/r:1",
      "b.corp/r:1",
      "b.corp",
      "https://m/v2/p/manifests/1?ns=b.corp | rewrite ^(.*)$",
      "https://b.corp/v2/r/manifests/1",
    ],
    [
      "c.corp/r:1",
      "c.corp/r:1",
      "c.corp",
      "https://m/v2/p/rx/manifests/1?ns=c.corp | rewrite ^(.*)$",
      "https://c.corp/v2/r/manifests/1",
    ],
    [
      "d.corp/r:1",
      "d.corp/r:1",
      "d.corp",
      "https://m/v2/r/manifests/1?ns=d.corp",
      "https://d.corp/v2/r/manifests/1",
    ],
    [
      "e.corp/r:1",
      "e.corp/r:1",
      "e.corp",
      "https://m/v2/r/manifests/1?ns=e.corp | rewrite ^(?P<name>.*)$",
      "https://e.corp/v2/r/manifests/1",
    ],
    [
      "f.corp/r:1",
      "f.corp/r:1",
      "f.corp",
      "https://m/v2/r/manifests/1?ns=f.corp",
      "https://f.corp/v2/r/manifests/1",
    ],
  ],
};
