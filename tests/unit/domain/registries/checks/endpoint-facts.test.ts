import { expect, it } from "vitest";
import { endpointFacts } from "@/lib/domain/registries/checks/endpoint-facts";

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
