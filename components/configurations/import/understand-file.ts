import { convert, type FormatFailure, type ReadToml } from "@/lib/domain/formats/convert";
import { type Format, recognise } from "@/lib/domain/formats/recognise";
import { explain, type Understood, understand } from "./understand";

export type Source = {
  name: string;
  text: string;
  /** What the reader says it is, where they know better than its content tells. */
  as?: Format | undefined;
  /** The registry a hosts.toml is for, as it was typed. */
  registry?: string | undefined;
};

export type FileUnderstood = {
  format: Format;
  /** The registry a hosts.toml was read for; its most likely one until another is typed. */
  registry: string;
  result: Understood | { ok: false; failure: FormatFailure } | { ok: false; needs: "registry" };
};

/** The reader of TOML is fetched when a TOML file is seen. */
async function tomlReader(format: Format): Promise<ReadToml> {
  if (format !== "hosts-toml" && format !== "containerd-config") return () => null;
  const { parse } = await import("smol-toml");
  return (text) => parse(text, { maxDepth: 100 });
}

/** What a file of any known kind says and what an import will make of it; nothing leaves the browser for this. */
export async function understandFile(source: Source): Promise<FileUnderstood> {
  const { text, name } = source;
  const format = source.as ?? recognise(text, name);
  if (format === "registries-yaml") return { format, registry: "", result: understand(text) };
  const given = { format, text, readToml: await tomlReader(format) };
  const typed = source.registry?.trim();
  const first = convert({ ...given, registry: typed });
  const needs = first.ok && first.value.kind === "registry-needed" ? first.value : null;
  const registry = typed ?? needs?.suggestion ?? "";
  if (format === "hosts-toml" && first.ok && registry === "") {
    return { format, registry, result: { ok: false, needs: "registry" } };
  }
  const converted = needs === null ? first : convert({ ...given, registry });
  if (!converted.ok) return { format, registry, result: { ok: false, failure: converted.error } };
  if (converted.value.kind === "registry-needed") {
    return { format, registry, result: { ok: false, needs: "registry" } };
  }
  const { definition, rows } = converted.value.conversion;
  return { format, registry, result: { ...explain(definition, []), rows } };
}
