import "server-only";
import { AppError } from "@/lib/domain/errors";
import { defaultEndpoint } from "@/lib/domain/registries/checks/endpoint-url";
import type { Definition } from "@/lib/domain/registries/schema";
import type { RegistryTestInput } from "@/lib/domain/registry-test/schema";
import { type Targeted, targetOf, urlOfHost } from "@/lib/domain/registry-test/target";
import { getRevision, getRevisionDefinition } from "@/lib/server/configurations/queries";
import { db } from "@/lib/server/db/client";

type Stored = Exclude<RegistryTestInput, { kind: "draft" }>;

function urlAt(input: Stored, { mirrors, registryHosts }: Definition): string | null {
  if (input.kind === "host") {
    const found = registryHosts?.some(({ host }) => host === input.host) && input.host !== "*";
    return found ? urlOfHost(input.host, mirrors ?? []) : null;
  }
  const mirror = mirrors?.find(({ name }) => name === input.mirror);
  if (!mirror) return null;
  if (input.endpoint === null) return defaultEndpoint(mirror.name);
  return mirror.endpoints?.[input.endpoint]?.url ?? null;
}

/** What is tested: what was sent, or what a saved revision says at the place that was named. */
export async function findTarget(input: RegistryTestInput): Promise<Targeted> {
  if (input.kind === "draft") return { target: input.target, remarks: [] };
  const revision = await getRevision(db(), input.configurationId, input.revision);
  const definition = await getRevisionDefinition(revision.id);
  const url = urlAt(input, definition);
  if (url === null) throw new AppError("not-found", "testPlaceGone");
  return targetOf(url, definition.registryHosts ?? []);
}
