import { join } from "node:path";
import type { Release } from "./release";

/** Plugins that reach outside the folder of a test, or that need what the machine may lack. */
const disabled = [
  "io.containerd.internal.v1.opt",
  "io.containerd.internal.v1.restart",
  "io.containerd.internal.v1.tracing",
  "io.containerd.nri.v1.nri",
  "io.containerd.snapshotter.v1.aufs",
  "io.containerd.snapshotter.v1.btrfs",
  "io.containerd.snapshotter.v1.devmapper",
  "io.containerd.snapshotter.v1.zfs",
];

const common = (version: number, folder: string) => `version = ${version}
root = ${JSON.stringify(join(folder, "root"))}
state = ${JSON.stringify(join(folder, "state"))}
disabled_plugins = ${JSON.stringify(disabled)}

[debug]
  level = "debug"
  format = "json"

[grpc]
  address = ${JSON.stringify(join(folder, "socket"))}
`;

const cni = (folder: string) => `  conf_dir = ${JSON.stringify(join(folder, "cni"))}\n`;

const criOf = {
  2: (folder: string) => `
[plugins."io.containerd.grpc.v1.cri".containerd]
  snapshotter = "native"

[plugins."io.containerd.grpc.v1.cri".cni]
${cni(folder)}
`,
  // K3s too keeps the pull of the CRI plugin, which other settings than those of 2.1's transfer service decide.
  3: (folder: string) => `
[plugins.'io.containerd.cri.v1.images']
  snapshotter = "native"
  use_local_image_pull = true

[plugins.'io.containerd.cri.v1.runtime'.cni]
${cni(folder)}
`,
};

/** A whole config.toml: the least containerd needs to pull, and the part K3s makes of registries.yaml. */
export function wholeConfig(release: Release, folder: string, registryPart: string): string {
  const version = release.version >= 2 ? 3 : 2;
  return `${common(version, folder)}${criOf[version](folder)}${registryPart}`;
}
