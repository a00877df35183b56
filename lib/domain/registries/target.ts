import * as z from "zod/mini";

/** K3s's own names of templates an administrator may put beside config.toml; the name tells the layout it is for. */
export const templateNames = ["config.toml.tmpl", "config-v3.toml.tmpl"] as const;

const versionPattern = /^v?1\.(\d{1,3})\.(\d{1,3})(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/;

/** Which node a file is judged for. All optional: a file alone says nothing of it. */
export const targetSchema = z.strictObject({
  distribution: z.optional(z.enum(["k3s", "rke2"])),
  version: z.optional(z.string().check(z.maxLength(100), z.regex(versionPattern))),
  disableDefaultRegistryEndpoint: z.optional(z.boolean()),
  embeddedRegistry: z.optional(z.boolean()),
  dataDir: z.optional(z.string().check(z.maxLength(4096), z.regex(/^\/\P{Cc}*$/u))),
  /** The kubelet sends credentials of the pod, and those of the file are not asked for. */
  podCredentials: z.optional(z.boolean()),
  puller: z.optional(z.enum(["containerd", "rke2-runtime"])),
  /** The node has a containerd template of its own; its name where it is known. */
  userTemplate: z.optional(z.union([z.boolean(), z.enum(templateNames)])),
});
export type TargetInput = z.infer<typeof targetSchema>;

/** Releases that differ in what they make of a registries.yaml, oldest first. */
export const families = ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L"] as const;
export type Family = (typeof families)[number];

export type Version = {
  text: string;
  family: Family;
  /** Before the present way of building hosts files; what is said of it is a sketch. */
  old: boolean;
  /** Whether its files are known byte for byte. */
  proven: boolean;
};

export type Target = {
  distribution: "k3s" | "rke2";
  version: Version;
  disableDefaultRegistryEndpoint: boolean;
  embeddedRegistry: boolean;
  dataDir: string;
  podCredentials: boolean;
  puller: "containerd" | "rke2-runtime";
  userTemplate: boolean | (typeof templateNames)[number];
};

/** First patch of each family by minor release; from K3s's release notes and RKE2's table of containerd versions. */
const starts: Readonly<Record<number, Partial<Record<Family, number>>>> = {
  26: { A: 0, B: 13, C: 14, D: 15 },
  27: { A: 0, B: 10, C: 11, D: 12, E: 13 },
  28: { A: 0, B: 6, C: 7, D: 8, E: 9, F: 14 },
  29: { A: 0, B: 1, C: 2, D: 3, E: 4, F: 9, G: 12 },
  30: { E: 0, F: 5, G: 8 },
  31: { E: 0, F: 1, G: 4, H: 6, I: 7, J: 13 },
  32: { G: 0, H: 2, I: 3, J: 9 },
  33: { I: 0, J: 5, K: 10 },
  34: { I: 0, J: 1, K: 6 },
  35: { J: 0, K: 3 },
  36: { K: 0, L: 2 },
};
const newestMinor = 36;
const newest = "v1.36.2";

/** These branches may have taken the filter of blank lines in February 2025; nobody has looked. */
const unprovenFrom: Readonly<Record<number, number>> = { 29: 14, 30: 10 };

/** The second build of a January 2024 release brought what its successor has. */
const isSecondBuild = (text: string) => /\+(?:k3s|rke2r)(?:[2-9]|\d\d)/.test(text);

function familyOf(text: string, minor: number, patch: number): Family {
  if (minor > newestMinor) return "L";
  const known = starts[minor];
  if (known === undefined) return "A";
  // RKE2 took the scope of rewritten tokens one patch earlier than K3s.
  const early = text.includes("+rke2") ? 1 : 0;
  const reached = families.filter((family) => {
    const start = known[family];
    return start !== undefined && patch >= (family === "G" ? Math.max(start - early, 0) : start);
  });
  const family = reached.at(-1) ?? "A";
  return family === "B" && isSecondBuild(text) ? "C" : family;
}

/** Null for a text that is no version of Kubernetes 1.x. */
export function parseVersion(text: string): Version | null {
  const match = versionPattern.exec(text);
  if (match === null) return null;
  const [minor, patch] = [Number(match[1]), Number(match[2])];
  const family = familyOf(text, minor, patch);
  const old = family <= "D";
  const proven = !old && minor <= newestMinor && patch < (unprovenFrom[minor] ?? Number.POSITIVE_INFINITY);
  return { text, family, old, proven };
}

const defaultVersion = (distribution: Target["distribution"]) =>
  `${newest}+${distribution === "k3s" ? "k3s1" : "rke2r1"}`;

const distributionOf = (version: string | undefined) => (version?.includes("+rke2") ? "rke2" : "k3s");

/** Fills in what is not said: the newest known release with its own defaults. */
export function toTarget(input: TargetInput = {}): Target {
  const distribution = input.distribution ?? distributionOf(input.version);
  const text = input.version ?? defaultVersion(distribution);
  return {
    distribution,
    version: parseVersion(text) ?? { text, family: "L", old: false, proven: false },
    disableDefaultRegistryEndpoint: input.disableDefaultRegistryEndpoint ?? false,
    embeddedRegistry: input.embeddedRegistry ?? false,
    dataDir: input.dataDir ?? `/var/lib/rancher/${distribution}`,
    podCredentials: input.podCredentials ?? false,
    puller: input.puller ?? "containerd",
    userTemplate: input.userTemplate ?? false,
  };
}
