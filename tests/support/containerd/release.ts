import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { platform } from "node:os";
import { type TargetInput, toTarget } from "@/lib/domain/registries/target";

/** Makes the namespaces containerd runs in. */
export const unshare = "/usr/bin/unshare";

/** Another build than the system's can be named, to compare with what newer releases of K3s carry. */
const program = process.env["PULLPATH_CONTAINERD"] || "/usr/bin/containerd";

export type Release = {
  program: string;
  /** Of containerd, such as 1.6. */
  version: number;
  /** A release of K3s that writes its files for this containerd. */
  k3s: string;
};

/** Says in one sentence what this machine lacks for pulls by containerd; undefined when it lacks nothing. */
function findObstacle(): string | undefined {
  if (platform() !== "linux") return "containerd needs Linux.";
  if (!existsSync(program)) return `There is no ${program} (Debian: containerd).`;
  if (!existsSync(unshare)) return "containerd is started with unshare (Debian: util-linux).";
  if (process.getuid?.() !== 0) {
    return "containerd needs root, as do ports 80 and 443. Run the tests as root in a container with CAP_SYS_ADMIN.";
  }
  return undefined;
}

const k3sReleases: readonly [number, string][] = [
  [2.3, "v1.36.2+k3s1"],
  [2.2, "v1.35.3+k3s1"],
  [2.1, "v1.34.1+k3s1"],
  [2, "v1.33.0+k3s1"],
  [0, "v1.31.5+k3s1"],
];

/** The containerd of this machine. */
export function findRelease(): Release {
  const obstacle = findObstacle();
  if (obstacle !== undefined) throw new Error(obstacle);
  const { stdout } = spawnSync(program, ["--version"], { encoding: "utf8" });
  const version = Number(/ v?(\d+\.\d+)\.\d/.exec(stdout)?.[1]);
  const k3s = k3sReleases.find(([from]) => version >= from)?.[1];
  if (k3s === undefined) throw new Error(`${program} tells no version: ${stdout}`);
  return { program, version, k3s };
}

export const targetOf = (release: Release, dataDir: string, input: TargetInput = {}) =>
  toTarget({ ...input, version: release.k3s, dataDir });
