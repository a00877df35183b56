import { splitEndpoint } from "@/lib/domain/registries/checks/endpoint-url";
import { checkMirrorName } from "@/lib/domain/registries/checks/registry-key";
import type { RegistryAnswer } from "./answers";

/** Docker Hub under its other names: its API, its registry, and how Docker once called it. */
const hubHosts = ["hub.docker.com", "registry-1.docker.io", "index.docker.io", "registry.hub.docker.com"];

/**
 * Kinds whose address is not what stands in image names: catalogues of charts, and hosts of an API beside the registry
 * (src/pkg/reg/model/registry.go, Harbor v2.16.0).
 */
const otherHost = ["helm-hub", "artifact-hub", "gitlab"];

/** The registry a proxy cache stands before, as it is written in image names; null where that cannot be told. */
export function registryOfUpstream({ type, url }: Pick<RegistryAnswer, "type" | "url">): string | null {
  if (type === "docker-hub") return "docker.io";
  if (otherHost.includes(type)) return null;
  const host = splitEndpoint(url.trim()).authority.toLowerCase();
  if (host.startsWith("api.ecr.")) return null;
  if (hubHosts.includes(host)) return "docker.io";
  const name = host.replace(/:443$/, "");
  return name !== "*" && checkMirrorName(name) === null ? name : null;
}
