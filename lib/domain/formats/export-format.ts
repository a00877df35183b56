import { templateFolder } from "@/lib/domain/containerd-template/facts";
import type { ManagedTemplate } from "@/lib/domain/containerd-template/managed";

/** What a configuration can be taken out as. */
export const exportFormats = ["registries-yaml", "archive", "ansible", "cloud-init", "hosts-toml"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** A file beside `registries.yaml`, at its place on the node. */
export type NodeFile = { path: string; bytes: Uint8Array; mode: number };

/** What is taken out: the rendered file, and the TLS files it names as far as they may leave the store. */
export type Exported = {
  name: string;
  /** `pullpath-harbor-prod-r5`, safe as the name of a file and of a folder. */
  folder: string;
  number: number;
  text: string;
  files: readonly NodeFile[];
  /** containerd templates, at the place where the node that was asked for reads them. */
  templates: readonly NodeFile[];
};

/** Templates as files of a node with this data folder. Like config.toml, which K3s makes of them, they are for root. */
export const templateFiles = (templates: readonly ManagedTemplate[], dataDir: string): NodeFile[] =>
  templates.map(({ name, text }) => ({
    path: `${templateFolder(dataDir)}/${name}`,
    bytes: new TextEncoder().encode(text),
    mode: 0o600,
  }));

const placeholder = /(?<=^|[ \t])"\{\{secret:([a-z0-9-]+)\.((?:[^"\\]|\\.)*)\}\}"$/;

/** The references to secrets in a rendered file. Whatever only looks like one is escaped there, or a comment. */
export const placeholderOf = (line: string): { slug: string; field: string } | null => {
  const [, slug, field] = /^\s*#/.test(line) ? [] : (placeholder.exec(line) ?? []);
  return slug === undefined || field === undefined ? null : { slug, field };
};

/** `slug.field` of each secret that has to be filled in, each once. */
export function placeholdersIn(text: string): string[] {
  const found = text.split("\n").flatMap((line) => {
    const place = placeholderOf(line);
    return place === null ? [] : [`${place.slug}.${place.field}`];
  });
  return [...new Set(found)];
}

/** Paths of delivered TLS files that the text names and that are not among the files. */
export function missingFiles({ text, files }: Pick<Exported, "text" | "files">): string[] {
  const named = text.matchAll(/^\s*(?:ca|cert|key)_file: "(\/etc\/rancher\/pullpath\/tls\/[^"]*)"$/gm);
  const present = new Set(files.map(({ path }) => path));
  return [...new Set([...named].map(([, path = ""]) => path))].filter((path) => !present.has(path));
}
