import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locale } from "@/lib/i18n/locales";

type Node = string | { [key: string]: Node };

/** Texts of one language by their full key, such as `common.status.failed`. */
export type Catalogue = ReadonlyMap<string, string>;

const folder = (locale: Locale) => join(process.cwd(), "lib", "i18n", locale);

function collect(node: Node, key: string, into: Map<string, string>): void {
  if (typeof node === "string") into.set(key, node);
  else for (const [name, child] of Object.entries(node)) collect(child, `${key}.${name}`, into);
}

export const listFiles = (locale: Locale) => readdirSync(folder(locale)).toSorted();

export function readCatalogue(locale: Locale): Catalogue {
  const texts = new Map<string, string>();
  for (const file of listFiles(locale)) {
    const node: Node = JSON.parse(readFileSync(join(folder(locale), file), "utf8"));
    collect(node, file.replace(/\.json$/, ""), texts);
  }
  return texts;
}
