import { describe, expect, it } from "vitest";
import { convert } from "@/lib/domain/formats/convert";
import { readToml } from "@/tests/support/read-toml";
import { converted, rowsOf, yamlOf } from "./converted";

const hosts = (text: string, registry?: string) => converted("hosts-toml", text, registry);
const config = (text: string) => converted("containerd-config", text);

describe("hosts.toml", () => {
  it("becomes a mirror with its endpoints in order, and settings of their hosts", () => {
    const result = hosts(`
server = "https://registry-1.docker.io"

[host."https://harbor.corp:8443/v2/hub"]
  capabilities = ["pull", "resolve"]
  ca = "/etc/ssl/corp.crt"
  client = [["/etc/ssl/c.crt", "/etc/ssl/c.key"]]
  override_path = true
  [host."https://harbor.corp:8443/v2/hub".rewrite]
    "^library/(.*)" = "hub/$1"

[host."http://10.0.0.5:5000"]
  capabilities = ["pull"]
  skip_verify = true
  dial_timeout = "3s"
  [host."http://10.0.0.5:5000".header]
    authorization = "Bearer canary"
`);
    expect(rowsOf(result)).toEqual([
      'host."https://harbor.corp:8443/v2/hub": endpoint',
      'host."https://harbor.corp:8443/v2/hub".capabilities: capabilities',
      'host."https://harbor.corp:8443/v2/hub".override_path: override-path',
      'host."https://harbor.corp:8443/v2/hub".ca: tls-file',
      'host."https://harbor.corp:8443/v2/hub".client: tls-file',
      'host."http://10.0.0.5:5000": endpoint',
      'host."http://10.0.0.5:5000".capabilities: resolve-added',
      'host."http://10.0.0.5:5000".dial_timeout: dial-timeout',
      'host."http://10.0.0.5:5000".header: headers',
      'host."http://10.0.0.5:5000".skip_verify: skip-verify',
      'host."https://harbor.corp:8443/v2/hub".rewrite."^library/(.*)": rewrite-shared',
      "server: server-same",
    ]);
    expect(yamlOf(result)).toBe(`mirrors:
  "docker.io":
    endpoint:
      - "https://harbor.corp:8443/v2/hub"
      - "http://10.0.0.5:5000"
    rewrite:
      "^library/(.*)": "hub/$1"

configs:
  "harbor.corp:8443":
    tls:
      ca_file: "/etc/ssl/corp.crt"
      cert_file: "/etc/ssl/c.crt"
      key_file: "/etc/ssl/c.key"
  "10.0.0.5:5000":
    tls:
      insecure_skip_verify: true
`);
    expect(JSON.stringify(result)).not.toContain("canary");
  });

  it.each([
    ['[host."https://h/proj"]', "https://h/proj/v2", "endpoint"],
    ['[host."https://h/proj/"]', "https://h/proj/v2", "endpoint"],
    ['[host."https://h/v2/"]', "https://h", "endpoint"],
    ['[host."h:443"]', "https://h:443", "endpoint"],
    ['[host."https://u:p@h/x/v2"]', "https://h/x/v2", "user-info"],
    ['[host."https://h"]\noverride_path = true', "https://h", "root-path"],
  ])("asks at the same place: %s", (text, url, code) => {
    const result = hosts(text);
    expect(result.definition.mirrors?.[0]?.endpoints?.map((each) => each.url)).toEqual([url]);
    expect(result.rows[0]?.code).toBe(code);
  });

  it("keeps another server as the last endpoint, and the settings of the registry itself", () => {
    const other = hosts(
      'server = "https://own.corp/x"\nskip_verify = true\nca = ["a.crt", "/b.crt"]\n',
      "quay.io",
    );
    expect(rowsOf(other)).toEqual([
      "server: server-as-endpoint",
      "ca: first-file",
      "skip_verify: skip-verify",
    ]);
    expect(yamlOf(other)).toContain('"https://own.corp/x/v2"');
    expect(other.definition.registryHosts?.[0]?.host).toBe("own.corp");
    const own = hosts('server = "https://reg.corp:5000"\nclient = "/both.pem"\n', "reg.corp:5000");
    expect(own.definition.mirrors).toBeNull();
    expect(own.definition.registryHosts?.[0]).toMatchObject({
      host: "reg.corp:5000",
      tls: { cert_file: { path: "/both.pem" }, key_file: { path: "/both.pem" } },
    });
    expect(hosts('[host."https://m"]', "_default").definition.mirrors?.[0]?.name).toBe("*");
  });

  it.each([
    ['[host."https://h"]\ncapabilities = ["push"]', 'host."https://h": push-only'],
    ['[host."https://h"]\ncapabilities = ["resolve"]', 'host."https://h".capabilities: pull-added'],
    ['[host."https://h"]\nca = "rel.crt"', 'host."https://h".ca: relative-path'],
    ['[host."https://h"]\nca = 7', 'host."https://h".ca: wrong-type'],
    ['[host."https://h"]\nclient = [["a", "b", "c"]]', 'host."https://h".client: wrong-type'],
    ['[host."https://h"]\nskip_verify = "yes"', 'host."https://h".skip_verify: wrong-type'],
    ['[host."https://h"]\nunheard = 1', 'host."https://h".unheard: unknown-key'],
    ['[host."https://h"]\nrewrite = 1', 'host."https://h".rewrite: wrong-type'],
    ['[host]\n"https://h" = 1', 'host."https://h": wrong-type'],
    ['[host."https://"]', 'host."https://": unusable-text'],
    ["host = 1", "host: wrong-type"],
    ["server = 1", "server: wrong-type"],
    ['[host."https://h"]\nca = "/a"\n[host."https://h/x"]\nca = "/b"', 'host."https://h/x": tls-differs'],
    [
      '[host."https://a"]\nrewrite = {"x" = "1"}\n[host."https://b"]\nrewrite = {"x" = "2"}',
      'host."https://b".rewrite.x: rewrite-differs',
    ],
  ])("tells of %j", (text, row) => expect(rowsOf(hosts(text))).toContain(row));

  it("tells where rewrites of the registry itself get lost", () => {
    const own = '[host."https://registry-1.docker.io"]\nrewrite = {"x" = "y"}\n';
    expect(rowsOf(hosts(own)).at(-1)).toBe('host."https://registry-1.docker.io".rewrite: own-endpoint');
    expect(rowsOf(hosts(`${own}[host."https://m"]\n`)).join()).not.toContain("own-endpoint");
  });

  it("asks for the registry it is for, and guesses it from the server", () => {
    const ask = (text: string) => convert({ format: "hosts-toml", text, readToml });
    const needed = (suggestion: string) => ({ ok: true, value: { kind: "registry-needed", suggestion } });
    expect(ask('server = "https://registry-1.docker.io/v2"')).toEqual(needed("docker.io"));
    expect(ask('server = "https://reg.corp:5000"')).toEqual(needed("reg.corp:5000"));
    expect(ask('server = ""')).toEqual(needed("*"));
    expect(ask('[host."https://m"]')).toEqual(needed(""));
    expect(rowsOf(hosts('[host."https://m"]', "../../etc"))).toContain('host."https://m": unsafe-name');
  });

  it("that is broken is told by its line", () => {
    const text = `[host."https://h"]\n  ca = [\n  skip = canary\n`;
    expect(convert({ format: "hosts-toml", text, readToml })).toEqual({
      ok: false,
      error: { code: "toml-broken", line: expect.any(Number) },
    });
    const deep = `a = ${"[".repeat(200_000)}`;
    expect(convert({ format: "hosts-toml", text: deep, readToml }).ok).toBe(false);
    expect(rowsOf(hosts("[__proto__]\npolluted = 1\n[constructor.prototype]\nx = 1"))).toHaveLength(2);
  });
});

describe("config.toml", () => {
  it.each(['plugins."io.containerd.grpc.v1.cri"', "plugins.'io.containerd.cri.v1.images'", "plugins.cri"])(
    "gives mirrors, logins and TLS settings of %s",
    (plugin) => {
      const result = config(`version = 2
imports = ["/x"]
[${plugin}]
  sandbox_image = "pause"
[${plugin}.registry]
  config_path = "/etc/containerd/certs.d"
[${plugin}.registry.headers]
  X = ["canary"]
[${plugin}.registry.mirrors."docker.io"]
  endpoint = ["https://m.corp", "http://u:p@n.corp:5000"]
[${plugin}.registry.mirrors."docker.io".rewrite]
  '^a\\.b' = "c"
[${plugin}.registry.configs."m.corp".auth]
  username = "u"
  password = "secret-1"
  identitytoken = ""
[${plugin}.registry.configs."m.corp".tls]
  ca_file = "/ca.crt"
  insecure_skip_verify = true
[plugins.opt]
  path = "/opt"
`);
      expect(result.rows.map(({ code }) => code)).toEqual([
        "not-registry",
        "not-registry",
        "config-path",
        "headers",
        "endpoint",
        "user-info",
        "rewrite",
        "login",
        "login",
        "nothing-said",
        "tls-file",
        "skip-verify",
        "not-registry",
      ]);
      expect(yamlOf(result)).toBe(`mirrors:
  "docker.io":
    endpoint:
      - "https://m.corp"
      - "http://n.corp:5000"
    rewrite:
      "^a\\\\\\\\.b": "c"

configs:
  "m.corp":
    auth:
      username: "u"
      password: "secret-1"
    tls:
      ca_file: "/ca.crt"
      insecure_skip_verify: true
`);
      expect(JSON.stringify(result)).not.toContain("canary");
    },
  );

  it("without a registry part is refused, and odd values are told", () => {
    expect(convert({ format: "containerd-config", text: "version = 3", readToml })).toEqual({
      ok: false,
      error: { code: "no-registry-part" },
    });
    const result = config(`[plugins.cri.registry]
mirrors = 1
configs = {"a" = {auth = {username = 1, x = 1}, tls = {ca_file = "rel", insecure_skip_verify = 1}, y = 1}, b = 1}
auths = {"https://c.corp" = {auth = "dTpw"}}
unheard = {}
`);
    expect(rowsOf(result)).toEqual([
      "plugins.cri.registry.mirrors: unknown-key",
      "plugins.cri.registry.configs.a.auth.username: wrong-type",
      "plugins.cri.registry.configs.a.auth.x: unknown-key",
      "plugins.cri.registry.configs.a.tls.ca_file: relative-path",
      "plugins.cri.registry.configs.a.tls.insecure_skip_verify: wrong-type",
      "plugins.cri.registry.configs.a.y: unknown-key",
      "plugins.cri.registry.configs.b: wrong-type",
      'plugins.cri.registry.auths."https://c.corp".auth: login',
      "plugins.cri.registry.unheard: unknown-key",
    ]);
  });
});
