import { describe, expect, it } from "vitest";
import { convert } from "@/lib/domain/formats/convert";
import { readToml } from "@/tests/support/read-toml";
import { converted, rowsOf, yamlOf } from "./converted";

const base64 = (text: string) => Buffer.from(text).toString("base64");
const config = (file: unknown) => converted("docker-config", JSON.stringify(file));
const daemon = (file: unknown) => converted("docker-daemon", JSON.stringify(file));

it("takes no login in an address into a name", () => {
  const at = "https://user:canary@h.corp";
  const results = [
    daemon({ "insecure-registries": [at] }),
    config({ auths: { [`${at}/v2/`]: { auth: base64("a:b") } } }),
  ];
  for (const { definition } of results) {
    expect(JSON.stringify(definition)).not.toContain("canary");
    expect(definition.registryHosts?.map(({ host }) => host)).toEqual(["h.corp"]);
  }
});

describe("daemon.json", () => {
  it("becomes a mirror of Docker Hub, and registries without HTTPS", () => {
    const result = daemon({
      "registry-mirrors": ["https://mirror.corp", "http://10.0.0.5:5000/"],
      "insecure-registries": ["reg.corp:5000", "http://old.corp", "10.0.0.0/8"],
      "max-concurrent-downloads": 3,
      "allow-nondistributable-artifacts": ["reg.corp:5000"],
      proxies: { "http-proxy": "http://user:canary@proxy:3128" },
      "log-driver": "json-file",
    });
    expect(rowsOf(result)).toEqual([
      "registry-mirrors[0]: hub-mirror",
      "registry-mirrors[1]: hub-mirror",
      "insecure-registries[0]: insecure-registry",
      "insecure-registries[1]: insecure-registry",
      "insecure-registries[2]: range",
      "max-concurrent-downloads: limits",
      "allow-nondistributable-artifacts: push-setting",
      "proxies: proxy",
      "log-driver: not-registry",
    ]);
    expect(yamlOf(result)).toBe(`mirrors:
  "docker.io":
    endpoint:
      - "https://mirror.corp"
      - "http://10.0.0.5:5000/"
  "reg.corp:5000":
    endpoint:
      - "http://reg.corp:5000"
  "old.corp":
    endpoint:
      - "http://old.corp"

configs:
  "reg.corp:5000":
    tls:
      insecure_skip_verify: true
  "old.corp":
    tls:
      insecure_skip_verify: true
`);
    expect(JSON.stringify(result)).not.toContain("canary");
  });

  it("says what it cannot use", () => {
    const result = daemon({
      "registry-mirrors": "https://m",
      "insecure-registries": [7, "", "..", "a\u0007b"],
    });
    expect(rowsOf(result)).toEqual([
      "registry-mirrors: wrong-type",
      "insecure-registries[0]: wrong-type",
      "insecure-registries[1]: unusable-text",
      "insecure-registries[2]: unsafe-name",
      "insecure-registries[3]: unusable-text",
    ]);
    expect(rowsOf(daemon({ "registry-mirrors": ["https://u:p@m.corp/x"] }))).toEqual([
      "registry-mirrors[0]: user-info",
    ]);
    expect(yamlOf(daemon({ "registry-mirrors": ["https://u:p@m.corp/x"] }))).toContain('"https://m.corp/x"');
  });
});

describe("config.json", () => {
  it("gives each registry its login, Docker Hub at the name containerd asks", () => {
    const result = config({
      auths: {
        "https://index.docker.io/v1/": { auth: base64("me:pa:ss") },
        "harbor.corp:8443": { username: "robot$x", password: "secret-1", email: "x@y" },
        "acr.example": { auth: base64("0000:"), identitytoken: "ey-token" },
        "quay.io/org": { auth: "not base64!" },
        "store.corp": {},
        "*.corp": { auth: base64("a:b") },
      },
    });
    expect(rowsOf(result)).toEqual([
      'auths."https://index.docker.io/v1/": hub-login',
      'auths."https://index.docker.io/v1/".auth: login-decoded',
      'auths."harbor.corp:8443".username: login',
      'auths."harbor.corp:8443".password: login',
      'auths."harbor.corp:8443".email: email',
      'auths."acr.example".auth: token-wins',
      'auths."acr.example".identitytoken: identity-token',
      'auths."quay.io/org": host-only',
      'auths."quay.io/org".auth: login',
      'auths."store.corp": login-elsewhere',
      'auths."*.corp": glob',
    ]);
    const hosts = result.definition.registryHosts ?? [];
    expect(hosts.map(({ host, auth }) => [host, auth?.username, auth?.password])).toEqual([
      ["registry-1.docker.io", { kind: "text", text: "me" }, { kind: "text", text: "pa:ss" }],
      ["harbor.corp:8443", { kind: "text", text: "robot$x" }, { kind: "text", text: "secret-1" }],
      ["acr.example", null, null],
      ["quay.io", null, null],
    ]);
    expect(hosts[2]?.auth?.identity_token).toEqual({ kind: "text", text: "ey-token" });
    expect(hosts[3]?.auth?.auth).toEqual({ kind: "text", text: "not base64!" });
  });

  it("tells where the logins are that are not in it, and what else it holds", () => {
    const result = config({
      credsStore: "desktop",
      credHelpers: { "gcr.io": "gcloud", "x.io": "a b" },
      HttpHeaders: { "X-Token": "canary" },
      proxies: { default: { httpProxy: "http://canary@p" } },
      psFormat: "table",
      auths: {
        a: { registrytoken: "canary", unheard: 1 },
        "https://a": { auth: base64("x:y") },
        b: "canary",
      },
    });
    expect(rowsOf(result)).toEqual([
      "credsStore: credential-store",
      'credHelpers."gcr.io": credential-helper',
      'credHelpers."x.io": credential-helper',
      "HttpHeaders: headers",
      "proxies: proxy",
      "psFormat: client-setting",
      "auths.a.registrytoken: registry-token",
      "auths.a.unheard: unknown-key",
      'auths."https://a": host-only',
      'auths."https://a".auth: login-decoded',
      "auths.b: wrong-type",
    ]);
    expect(JSON.stringify(result)).not.toContain("canary");
    const twice = config({ auths: { a: { auth: base64("u:1") }, "https://a/": { auth: base64("u:2") } } });
    expect(rowsOf(twice)).toEqual(["auths.a.auth: login-decoded", 'auths."https://a/": same-host']);
  });
});

describe("a Secret of Kubernetes", () => {
  const inner = JSON.stringify({ auths: { "reg.corp": { auth: base64("u:p") } } });
  const secret = (data: string) =>
    `apiVersion: v1\nkind: Secret\ntype: kubernetes.io/dockerconfigjson\ndata:\n  .dockerconfigjson: ${data}\n`;

  it("gives the logins inside of it", () => {
    const result = converted("kubernetes-secret", secret(base64(inner)));
    expect(rowsOf(result)).toEqual(['data.".dockerconfigjson".auths."reg.corp".auth: login-decoded']);
    const old = converted(
      "kubernetes-secret",
      `kind: Secret\nstringData:\n  .dockercfg: '{"r.corp": {"auth": "dTpw"}}'\n`,
    );
    expect(rowsOf(old)).toEqual(['stringData.".dockercfg"."r.corp".auth: login-decoded']);
  });

  it.each([
    [secret("@"), "yaml-broken"],
    [secret("'§'"), "not-base64"],
    [secret(base64("{")), "inner-json"],
    ["kind: Secret\ndata: {a: b}\n", "no-logins"],
    ["kind: [\n", "yaml-broken"],
  ])("says why %j has none", (text, code) => {
    expect(convert({ format: "kubernetes-secret", text, readToml })).toEqual({ ok: false, error: { code } });
  });
});

describe("a JSON file", () => {
  it("that is broken is told by its line, never by its text", () => {
    const text = '{\n "auths": {\n  "a": {"auth": "canary"]\n }\n}';
    const result = convert({ format: "docker-config", text, readToml });
    expect(result).toEqual({ ok: false, error: { code: "json-broken", line: 3 } });
    const list = convert({ format: "docker-daemon", text: "[]", readToml });
    expect(list).toEqual({ ok: false, error: { code: "no-object" } });
  });

  it("cannot reach a prototype, be it as deep as it likes", () => {
    const text = `{"__proto__": {"polluted": 1}, "constructor": {}, "auths": {"__proto__": {"auth": "dTpw"}, "toString": {"auth": "dTpw"}}}`;
    const result = converted("docker-config", text);
    expect(rowsOf(result)).toContain("auths.toString.auth: login-decoded");
    expect(result.definition.registryHosts?.map(({ host }) => host)).toEqual(["__proto__", "toString"]);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
    const deep = `{"auths": ${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
    expect(rowsOf(converted("docker-config", deep))).toEqual(["auths: wrong-type"]);
  });

  it("of the largest size is answered", () => {
    const many = Array.from({ length: 40_000 }, (_, index) => `https://m${index}.corp`);
    const result = daemon({ "registry-mirrors": many });
    expect(result.definition.mirrors?.[0]?.endpoints).toHaveLength(1000);
    expect(result.rows).toHaveLength(5001);
    expect(result.rows.at(-1)?.code).toBe("too-many-keys");
  });
});
