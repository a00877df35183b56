import type { Named } from "@/lib/domain/named";
import type { TargetInput } from "@/lib/domain/registries/target";

export type SimulatorConfiguration = Named & { newest: number; archived: boolean };

export type SimulatorNode = Named & {
  /** The configuration its group has; null without one. */
  configurationId: string | null;
  /** Null where nobody has looked at the node yet. */
  facts: {
    target: TargetInput;
    foreignRuntime: boolean;
    /** Without a login. */
    proxy: string | null;
    seenAt: string | null;
  } | null;
};

/** What a simulation is chosen from. No secret is in it: names of credentials by slug, names and slugs of certificates by path. */
export type SimulatorData = {
  configurations: readonly SimulatorConfiguration[];
  nodes: readonly SimulatorNode[];
  credentialNames: Readonly<Record<string, string>>;
  certificateNames: Readonly<Record<string, string>>;
  certificateSlugs: Readonly<Record<string, string>>;
};
