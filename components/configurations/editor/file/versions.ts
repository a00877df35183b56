/** One release of each kind, newest first; the kinds differ in what they make of a registries.yaml. */
const releases = [
  "v1.36.2",
  "v1.36.0",
  "v1.35.0",
  "v1.34.0",
  "v1.32.2",
  "v1.32.0",
  "v1.31.1",
  "v1.30.0",
  "v1.29.3",
];

export const newestRelease = "v1.36.2";

export type Distribution = "k3s" | "rke2";

export const versionsOf = (distribution: Distribution): string[] =>
  releases.map((release) => `${release}+${distribution === "k3s" ? "k3s1" : "rke2r1"}`);

/** The same release of another distribution. */
export const versionFor = (version: string, distribution: Distribution): string | undefined =>
  versionsOf(distribution).find((each) => each.split("+")[0] === version.split("+")[0]);
