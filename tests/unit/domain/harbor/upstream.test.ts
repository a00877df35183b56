import { expect, it } from "vitest";
import { registryOfUpstream } from "@/lib/domain/harbor/upstream";

it.each([
  ["docker-hub", "https://hub.docker.com", "docker.io"],
  ["docker-hub", "", "docker.io"],
  ["docker-registry", "https://registry-1.docker.io", "docker.io"],
  ["docker-registry", "https://index.docker.io/v1/", "docker.io"],
  ["quay", "https://quay.io", "quay.io"],
  ["github-ghcr", "https://ghcr.io", "ghcr.io"],
  ["google-gcr", "https://us.gcr.io/", "us.gcr.io"],
  ["docker-registry", "https://registry.k8s.io", "registry.k8s.io"],
  ["docker-registry", "http://Registry.Corp:5000/v2", "registry.corp:5000"],
  ["docker-registry", "https://registry.corp:443", "registry.corp"],
  ["docker-registry", "https://user:secret@registry.corp", "registry.corp"],
  ["docker-registry", "registry.corp", "registry.corp"],
  ["harbor", "https://harbor.other.corp", "harbor.other.corp"],
  ["azure-acr", "https://corp.azurecr.io", "corp.azurecr.io"],
  ["aws-ecr", "https://1234.dkr.ecr.eu-west-1.amazonaws.com", "1234.dkr.ecr.eu-west-1.amazonaws.com"],
])("%s at %s holds the images of %s", (type, url, registry) => {
  expect(registryOfUpstream({ type, url })).toBe(registry);
});

it.each([
  ["aws-ecr", "https://api.ecr.eu-west-1.amazonaws.com"],
  ["gitlab", "https://gitlab.com"],
  ["helm-hub", "https://hub.helm.sh"],
  ["artifact-hub", "https://artifacthub.io"],
  ["docker-registry", ""],
  ["docker-registry", "https://*"],
  ["docker-registry", "https://.."],
  ["docker-registry", "https://registry corp"],
  ["docker-registry", "https://localname"],
  ["unheard-of", "not a url at all"],
])("%s at %s has no name in images that can be told", (type, url) => {
  expect(registryOfUpstream({ type, url })).toBeNull();
});
