import { composeYaml } from "@/lib/domain/registries/yaml/compose";
import { YamlFailure } from "@/lib/domain/registries/yaml/failure";
import type { YamlNode } from "@/lib/domain/registries/yaml/node";

const deepest = 20;

/** The first document of a YAML text as tables, lists and texts; null where it is broken. Aliases stand for nothing. */
export function readPlainYaml(text: string): unknown {
  try {
    return toValue(composeYaml(text).root, 0);
  } catch (failure) {
    if (failure instanceof YamlFailure) return null;
    throw failure;
  }
}

function toValue(node: YamlNode | null, depth: number): unknown {
  if (node === null || node.kind === "alias" || depth > deepest) return null;
  if (node.kind === "scalar") return node.value;
  if (node.kind === "sequence") return node.children.map((child) => toValue(child, depth + 1));
  const pairs: [string, unknown][] = [];
  for (let at = 0; at + 1 < node.children.length; at += 2) {
    const key = node.children[at];
    if (key?.kind === "scalar") pairs.push([key.value, toValue(node.children[at + 1] ?? null, depth + 1)]);
  }
  // `fromEntries` makes own properties of all names, `__proto__` too.
  return Object.fromEntries(pairs);
}
