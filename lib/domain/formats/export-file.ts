import { type TargetInput, toTarget } from "@/lib/domain/registries/target";
import { ansibleVariables } from "./export-ansible";
import { cloudInit } from "./export-cloud-init";
import type { Exported, ExportFormat, NodeFile } from "./export-format";
import { hostsTree } from "./export-hosts";
import { installScript } from "./install-script";
import type { TarEntry } from "./ustar";

type Options = { format: ExportFormat; secrets: boolean; target: TargetInput };

/** One file to save: a text, or the entries of an archive. */
export type ExportedFile = { name: string } & (
  | { kind: "text"; text: string }
  | { kind: "archive"; entries: TarEntry[] }
);

/** The file in the form that was asked for. */
export function toExportedFile(exported: Exported, { format, secrets, target }: Options): ExportedFile {
  const { folder, text } = exported;
  switch (format) {
    case "registries-yaml":
      return { name: "registries.yaml", kind: "text", text };
    case "archive":
      return archive(folder, [
        { path: "install.sh", bytes: encode(installScript), mode: 0o755 },
        { path: "registries.yaml", bytes: encode(text), mode: 0o600 },
        ...exported.files.map(besideScript),
        ...exported.templates.map(inTemplates),
      ]);
    case "ansible":
      return { name: `${folder}-ansible.yaml`, kind: "text", text: ansibleVariables(exported, secrets) };
    case "cloud-init": {
      const { distribution } = toTarget(target);
      return { name: `${folder}-cloud-init.yaml`, kind: "text", text: cloudInit(exported, distribution) };
    }
    case "hosts-toml":
      return archive(`${folder}-containerd`, [
        ...hostsTree(exported, target),
        ...exported.files.map(besideScript),
      ]);
  }
}

const encode = (text: string) => new TextEncoder().encode(text);

/** Below `files/`, at the path that the file has on a node. */
const besideScript = ({ path, bytes, mode }: NodeFile): TarEntry => ({ path: `files${path}`, bytes, mode });

/** install.sh finds out where the machine has its data. */
const inTemplates = ({ path, bytes, mode }: NodeFile): TarEntry => ({
  path: `templates/${path.slice(path.lastIndexOf("/") + 1)}`,
  bytes,
  mode,
});

const archive = (folder: string, entries: TarEntry[]): ExportedFile => ({
  name: `${folder}.tar.gz`,
  kind: "archive",
  entries: entries.map((entry) => ({ ...entry, path: `${folder}/${entry.path}` })),
});
