import type { Rewrite } from "@/lib/domain/registries/schema";
import type { Collector } from "./collector";
import type { RowCode } from "./outcomes";
import { isLine, isTable, ownValue, type Path, type Values } from "./values";

/** K3s writes pattern and replacement raw between the quotes of a TOML text, so they are kept as TOML spells them. */
const tomlSpelling = (text: string): string => text.replace(/[\\"]/g, "\\$&");

/**
 * The rewrites of K3s's own containerd. There they stand at each host; in registries.yaml they belong to the mirror
 * and hold for all its endpoints.
 */
export function readRewrites(collector: Collector, registry: string, hosts: Values): void {
  const given = Object.entries(hosts).flatMap(([url, table]) => {
    const rewrite = isTable(table) ? ownValue(table, "rewrite") : undefined;
    return rewrite === undefined ? [] : [{ path: ["host", url, "rewrite"], rewrite }];
  });
  const taken = given.length === Object.keys(hosts).length ? "rewrite" : "rewrite-shared";
  const adding: Adding = { collector, known: new Map(), taken };
  for (const { path, rewrite } of given) {
    if (isTable(rewrite)) addRewrites(adding, path, rewrite);
    else collector.say(path, "wrong-type", { wanted: "table" });
  }
  const mirror = adding.known.size > 0 ? collector.mirror(["host"], registry) : null;
  if (mirror !== null) mirror.rewrites = toRewrites(adding);
}

/** The rewrites of one mirror where they stand only once. */
export function readRewriteTable(collector: Collector, path: Path, rewrite: Values): Rewrite[] | null {
  const adding: Adding = { collector, known: new Map(), taken: "rewrite" };
  addRewrites(adding, path, rewrite);
  return adding.known.size > 0 ? toRewrites(adding) : null;
}

type Adding = { collector: Collector; known: Map<string, string>; taken: "rewrite" | "rewrite-shared" };

const toRewrites = ({ known }: Adding): Rewrite[] =>
  [...known].map(([pattern, replacement]) => ({ pattern, replacement, note: "" }));

function addRewrites(adding: Adding, path: Path, rewrite: Values): void {
  for (const [from, to] of Object.entries(rewrite)) {
    adding.collector.say([...path, from], addRewrite(adding, from, to), { wanted: "text" });
  }
}

function addRewrite({ known, taken }: Adding, from: string, to: unknown): RowCode {
  if (typeof to !== "string") return "wrong-type";
  if (!isLine(from, 2048) || !isLine(to, 2048)) return "unusable-text";
  const [pattern, replacement] = [tomlSpelling(from), tomlSpelling(to)];
  const present = known.get(pattern);
  if (present !== undefined && present !== replacement) return "rewrite-differs";
  if (present === undefined && known.size >= 1000) return "too-many";
  known.set(pattern, replacement);
  return taken;
}
