import { type ReadFailure, readBytes } from "@/lib/domain/registries/read-bytes";
import type { Result } from "@/lib/domain/result";

export type ImportSource = { name: string; text: string };
export type SourceRead = Result<ImportSource, ReadFailure>;

/** The text of a chosen or dropped file, or why there is none. */
export function readSource({ name, bytes }: { name: string; bytes: Uint8Array }): SourceRead {
  const read = readBytes(bytes);
  return read.ok ? { ok: true, value: { name, text: read.value } } : read;
}

/** A name for the configuration from the name of its file, when that says more than every such file does. */
export function nameFromFile(file: string): string {
  const name = file.replace(/\.(ya?ml|txt|json|toml)$/i, "").trim();
  return /^(?:registries|daemon|config|hosts|\.dockerconfigjson)$/i.test(name) ? "" : name.slice(0, 100);
}
