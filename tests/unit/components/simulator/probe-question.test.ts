import { describe, expect, it } from "vitest";
import { probeQuestion, rootOf } from "@/components/simulator/probe-question";

describe("where an attempt is probed", () => {
  it.each([
    [
      "https://harbor.corp:8443/v2/hub/library/nginx/manifests/1.27?ns=docker.io",
      "https://harbor.corp:8443/v2",
    ],
    ["https://harbor.corp/proxy/v2/library/v2/manifests/1", "https://harbor.corp/proxy/v2"],
    ["http://10.0.0.5:5000/v2/a/manifests/latest", "http://10.0.0.5:5000/v2"],
  ])("%s is at %s", (url, root) => expect(rootOf(url)).toBe(root));
});

describe("what it is probed with", () => {
  const file = `configs:
  "harbor.corp:8443":
    auth:
      username: robot
      password: "{{secret:harbor-robot.password}}"
    tls:
      ca_file: /etc/rancher/pullpath/tls/0123456789abcdef.crt
  "typed.corp":
    auth:
      username: me
      password: "••••"
`;
  const slugs = { "/etc/rancher/pullpath/tls/0123456789abcdef.crt": "corp-root" };

  it("is the stored login and the stored CA of its host", () => {
    const { input, remarks } = probeQuestion("https://harbor.corp:8443/v2/a/manifests/1", file, slugs);
    expect(input).toMatchObject({
      kind: "draft",
      target: {
        url: "https://harbor.corp:8443/v2",
        login: { password: { kind: "secret", slug: "harbor-robot" } },
        tls: { ca: { kind: "certificate", slug: "corp-root" } },
      },
    });
    expect(remarks).toEqual([]);
  });

  it("is no login that is masked", () => {
    const { input, remarks } = probeQuestion("https://typed.corp/v2/a/manifests/1", file, {});
    expect(input).toMatchObject({ target: { login: null } });
    expect(remarks).toEqual([{ code: "login-typed", params: { host: "typed.corp" } }]);
  });

  it("is nothing where the file cannot be read", () => {
    const { input } = probeQuestion("https://typed.corp/v2/a/manifests/1", "a: [", {});
    expect(input).toMatchObject({ target: { login: null, tls: { ca: null } } });
  });
});
