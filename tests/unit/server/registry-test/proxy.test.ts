import { describe, expect, it } from "vitest";
import { askedOf } from "@/lib/domain/registry-test/asked";
import { proxyFor } from "@/lib/server/registry-test/proxy";

const through = (url: string, environment: Record<string, string>) => {
  const asked = askedOf(url);
  if (!asked) throw new Error(url);
  return proxyFor(asked, environment);
};

describe("the proxy of a pull", () => {
  it.each([
    ["https://harbor.corp", { HTTPS_PROXY: "http://proxy:3128" }, "proxy:3128"],
    ["https://harbor.corp", { https_proxy: "proxy:3128" }, "proxy:3128"],
    ["https://harbor.corp", { HTTP_PROXY: "http://proxy:3128" }, null],
    ["http://harbor.corp", { HTTP_PROXY: "http://proxy:3128" }, "proxy:3128"],
    ["https://harbor.corp", { HTTPS_PROXY: "a:1", CONTAINERD_HTTPS_PROXY: "b:2" }, "b:2"],
    ["https://harbor.corp", {}, null],
    ["https://harbor.corp", { HTTPS_PROXY: "http://[" }, "?"],
    ["http://localhost:5000", { HTTP_PROXY: "proxy:1" }, null],
    ["http://127.0.0.1:5000", { HTTP_PROXY: "proxy:1" }, null],
  ])("to %s under %j is %s", (url, environment, proxy) => expect(through(url, environment)).toBe(proxy));

  it.each([
    ["https://harbor.corp", "*", true],
    ["https://harbor.corp", "harbor.corp", true],
    ["https://Harbor.corp", " x, HARBOR.corp ", true],
    ["https://harbor.corp", "corp", true],
    ["https://harbor.corp", ".corp", true],
    ["https://harbor.corp", "*.corp", true],
    ["https://corp", ".corp", false],
    ["https://harborcorp", "corp", false],
    ["https://harbor.corp:8443", "harbor.corp:8443", true],
    ["https://harbor.corp", "harbor.corp:8443", false],
    ["https://10.1.2.3", "10.0.0.0/8", true],
    ["https://10.1.2.3", "10.1.2.3", true],
    ["https://10.1.2.3", "10.1.2.4,192.168.0.0/16,nonsense/99", false],
    ["https://[fd12::1]", "fd12::/16", true],
    ["https://[fd12::1]", "fd12::1", true],
    ["https://harbor.corp", "10.0.0.0/8", false],
  ])("to %s is left out by NO_PROXY=%s: %s", (url, none, isOut) => {
    expect(through(url, { HTTPS_PROXY: "proxy:1", NO_PROXY: none })).toBe(isOut ? null : "proxy:1");
  });
});
