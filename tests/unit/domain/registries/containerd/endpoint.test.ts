import { describe, expect, it } from "vitest";
import { isLocalhost, normalizeEndpoint } from "@/lib/domain/registries/containerd/endpoint";
import { joinPath, quote } from "@/lib/domain/registries/containerd/go-text";
import golden from "../golden/go-url.json";

interface Case {
  raw: string;
  url: string | null;
  registryName?: string;
  override?: boolean;
  quote: string;
  path: string;
}

describe.each(golden.cases as Case[])("what Go makes of $raw", (ran) => {
  it("is what K3s takes for the endpoint", () => {
    const address = normalizeEndpoint(ran.raw, ":");
    const found = address && [address.url, address.registryName, address.override];
    expect(found).toEqual(ran.url === null ? null : [ran.url, ran.registryName ?? "", ran.override ?? false]);
  });

  it("is how it is quoted and joined into a path", () => {
    expect(quote(ran.raw)).toBe(ran.quote);
    expect(joinPath("certs.d", ran.raw, "hosts.toml")).toBe(ran.path);
  });
});

it("asks the embedded registry with https though it is on this machine", () => {
  expect(normalizeEndpoint("127.0.0.1:6443", "127.0.0.1:6443")?.url).toBe("https://127.0.0.1:6443/v2");
  expect(normalizeEndpoint("127.0.0.1:6443", ":")?.url).toBe("http://127.0.0.1:6443/v2");
  expect(normalizeEndpoint("http://127.0.0.1:6443", "127.0.0.1:6443")?.url).toBe("http://127.0.0.1:6443/v2");
});

it.each([
  ["localhost", true],
  ["localhost:5000", true],
  ["LOCALHOST", false],
  ["localhost.example.com", false],
  ["127.0.0.1", true],
  ["127.1", false],
  ["127.0.0.01", false],
  ["128.0.0.1", false],
  ["::1", true],
  ["[::1]", false],
  ["[::1]:80", true],
  ["[::ffff:127.9.9.9]:80", true],
  ["::ffff:128.0.0.1", false],
  ["[::2]:80", false],
  ["::::", false],
  ["", false],
])("knows whether %s is this machine", (host, local) => {
  expect(isLocalhost(host)).toBe(local);
});
