import type { Conversion } from "@/lib/domain/formats/collector";
import { convert, type ForeignFormat } from "@/lib/domain/formats/convert";
import { render } from "@/lib/domain/registries/render";
import { readToml } from "@/tests/support/read-toml";

/** Converts or throws, for files that are known to be readable. */
export function converted(format: ForeignFormat, text: string, registry = "docker.io"): Conversion {
  const result = convert({ format, text, registry, readToml });
  if (!result.ok) throw new Error(result.error.code);
  if (result.value.kind !== "converted") throw new Error(result.value.kind);
  return result.value.conversion;
}

/** Rows as `path: code`, which is what the table of a page shows in words. */
export const rowsOf = ({ rows }: Conversion): string[] => rows.map(({ path, code }) => `${path}: ${code}`);

export const yamlOf = ({ definition }: Conversion): string => render(definition);
