import "server-only";
import type { NodeFacts } from "@/lib/domain/nodes/facts";
import { parseVersion, type TargetInput } from "@/lib/domain/registries/target";

/** What will run after the restart: a new binary may be waiting for it. */
export const versionOf = (facts: NodeFacts): string | null => facts.installedVersion ?? facts.runningVersion;

/** The node a file is judged for; what nobody saw of it is the newest release with its defaults. */
export function targetOf(facts: NodeFacts | null, embeddedRegistry: boolean): TargetInput {
  if (facts === null) return {};
  const version = versionOf(facts);
  return {
    distribution: facts.distribution ?? "k3s",
    ...(version !== null && parseVersion(version) !== null && { version }),
    ...(facts.dataDir !== null && { dataDir: facts.dataDir }),
    disableDefaultRegistryEndpoint: facts.flags.disableDefaultRegistryEndpoint,
    embeddedRegistry,
    userTemplate: facts.userTemplates.length > 0,
  };
}
