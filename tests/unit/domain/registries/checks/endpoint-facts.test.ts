import { expect, it } from "vitest";
import {
  checkEndpointFacts,
  checkHostUse,
  endpointFacts,
  usesOfHost,
} from "@/lib/domain/registries/checks/endpoint-facts";

const entry = (host: string, auth = true, tls = true) => ({ host, auth, tls });

it("finds TLS and credential by the exact host and port", () => {
  const hosts = [entry("harbor.corp"), entry("harbor.corp:8443"), entry("*")];
  expect(endpointFacts("https://harbor.corp:8443/v2/x", hosts)).toEqual({
    url: "https://harbor.corp:8443/v2/x",
    tls: "harbor.corp:8443",
    auth: "harbor.corp:8443",
  });
  expect(endpointFacts("https://other.corp", hosts)).toMatchObject({ tls: null, auth: null });
});

it("looks for Docker Hub's credential under the host that answers, for its TLS under both names", () => {
  expect(endpointFacts("https://docker.io", [entry("docker.io")])).toMatchObject({
    tls: "docker.io",
    auth: null,
  });
  expect(endpointFacts("https://registry-1.docker.io", [entry("registry-1.docker.io")])).toMatchObject({
    tls: "registry-1.docker.io",
    auth: "registry-1.docker.io",
  });
});

it.each([
  ["http://h:5000", true, true, "tls-on-http"],
  ["http://h:80", true, true, "auth-on-http"],
  ["http://h:5000", true, false, "auth-on-http"],
  ["http://h:5000", false, false, null],
  ["https://h:5000", true, true, null],
] as const)("judges %s (credential %s, TLS %s)", (...[url, auth, tls, code]) => {
  const facts = endpointFacts(url, [entry(new URL(url).host, auth, tls), entry("h:80", auth, tls)]);
  expect(checkEndpointFacts(facts)?.code ?? null).toBe(code);
});

it("lists who uses a host and names the near miss", () => {
  const mirrors = [
    { name: "docker.io", urls: ["https://harbor.corp:8443", ""] },
    { name: "harbor.corp", urls: [] },
  ];
  expect(usesOfHost("harbor.corp:8443", mirrors)).toEqual([{ mirror: "docker.io", position: 1 }]);
  expect(usesOfHost("harbor.corp", mirrors)).toEqual([{ mirror: "harbor.corp", position: 0 }]);
  expect(usesOfHost("registry-1.docker.io", mirrors)).toEqual([{ mirror: "docker.io", position: 0 }]);
  expect(checkHostUse("harbor.corp:9000", mirrors)?.params).toEqual({
    host: "harbor.corp:9000",
    near: "harbor.corp:8443",
  });
  expect(checkHostUse("harbor.corp:8443", mirrors)).toBeNull();
  expect(checkHostUse("quay.io", mirrors)).toBeNull();
});
