import type { Aliasing } from "./aliasing";
import { YamlFailure } from "./yaml/failure";
import type { AliasNode, MappingNode, YamlNode } from "./yaml/node";
import { tags } from "./yaml/resolve";

export const isMergeKey = (node: YamlNode) =>
  node.kind === "scalar" && node.value === "<<" && (node.implicit || node.tag === tags.merge);

type Step =
  | { readonly pairs: readonly YamlNode[]; at: number; readonly alias: AliasNode | null }
  | { readonly sources: readonly YamlNode[]; at: number };

interface Pair {
  readonly key: YamlNode;
  readonly value: YamlNode;
}

/**
 * The pairs of a mapping in the order yaml.v2 decodes them: where `<<` stands, those of the merged mappings, the
 * last of a list first. So what stands later wins, be it merged or not (v2.4.0, decode.go, merge). Merges within
 * merges are kept in a list: a text may nest them deeper than a call stack reaches.
 */
export function* mergedPairs(mapping: MappingNode, aliasing: Aliasing): Generator<Pair> {
  const steps: Step[] = [{ pairs: mapping.children, at: 0, alias: null }];
  for (let step = steps.at(-1); step !== undefined; step = steps.at(-1)) {
    if ("sources" in step) {
      const source = step.sources[step.at--];
      if (source === undefined) steps.pop();
      else steps.push(enterSource(source, aliasing));
      continue;
    }
    const key = step.pairs[step.at];
    const value = step.pairs[step.at + 1];
    step.at += 2;
    if (key === undefined || value === undefined) {
      if (step.alias !== null) aliasing.leave(step.alias);
      steps.pop();
    } else if (!isMergeKey(key)) yield { key, value };
    else if (value.kind === "sequence")
      steps.push({ sources: value.children, at: value.children.length - 1 });
    else steps.push(enterSource(value, aliasing));
  }
}

function enterSource(source: YamlNode, aliasing: Aliasing): Step {
  const mapping = source.kind === "alias" ? source.target : source;
  if (mapping.kind !== "mapping") {
    const problem = "map merge requires map or sequence of maps as the value";
    throw new YamlFailure(problem, null, source.start);
  }
  aliasing.count();
  if (source.kind !== "alias") return { pairs: mapping.children, at: 0, alias: null };
  aliasing.enter(source);
  aliasing.count();
  return { pairs: mapping.children, at: 0, alias: source };
}
