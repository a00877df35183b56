import type { Aliasing } from "./aliasing";
import { YamlFailure } from "./yaml/failure";
import type { AliasNode, MappingNode, YamlNode } from "./yaml/node";
import { tags } from "./yaml/resolve";

const isMergeKey = (node: YamlNode) =>
  node.kind === "scalar" && node.value === "<<" && (node.implicit || node.tag === tags.merge);

interface Pair {
  readonly key: YamlNode;
  readonly value: YamlNode;
}

/** Pairs still to be given of one mapping, or mappings still to be merged from a list, from its end. */
type Step =
  | { readonly pairs: readonly YamlNode[]; at: number; readonly alias: AliasNode | null }
  | { readonly sources: YamlNode[] };

/** Visits the pairs of a mapping in the order yaml.v2 decodes them. */
export function forEachPair(
  mapping: MappingNode,
  aliasing: Aliasing,
  visit: (key: YamlNode, value: YamlNode) => void,
): void {
  const { children } = mapping;
  if (children.some(isMergeKey)) {
    for (const { key, value } of mergedPairs(mapping, aliasing)) visit(key, value);
    return;
  }
  for (let at = 0; at + 1 < children.length; at += 2) {
    const [key, value] = [children[at], children[at + 1]];
    if (key !== undefined && value !== undefined) visit(key, value);
  }
}

/**
 * The pairs of a mapping in the order yaml.v2 decodes them: where `<<` stands, those of the merged mappings, the
 * last of a list first. So what stands later wins, be it merged or not (v2.4.0, decode.go, merge). Merges within
 * merges are kept in a list: a text may nest them deeper than a call stack reaches.
 */
function* mergedPairs(mapping: MappingNode, aliasing: Aliasing): Generator<Pair> {
  const steps: Step[] = [{ pairs: mapping.children, at: 0, alias: null }];
  for (let step = steps.at(-1); step !== undefined; step = steps.at(-1)) {
    const pair = "sources" in step ? nextSource(step.sources) : nextPair(step);
    if (pair === null) {
      leave(step, aliasing);
      steps.pop();
    } else if ("key" in pair && !isMergeKey(pair.key)) yield pair;
    else steps.push(enterMerge(pair, aliasing));
  }
}

function leave(step: Step, aliasing: Aliasing): void {
  if ("alias" in step && step.alias !== null) aliasing.leave(step.alias);
}

function nextPair(step: Exclude<Step, { sources: unknown }>): Pair | null {
  const key = step.pairs[step.at];
  const value = step.pairs[step.at + 1];
  step.at += 2;
  return key === undefined || value === undefined ? null : { key, value };
}

function nextSource(sources: YamlNode[]): { source: YamlNode } | null {
  const source = sources.pop();
  return source === undefined ? null : { source };
}

function enterMerge(from: Pair | { source: YamlNode }, aliasing: Aliasing): Step {
  if ("source" in from) return enterSource(from.source, aliasing);
  if (from.value.kind === "sequence") return { sources: from.value.children.slice() };
  return enterSource(from.value, aliasing);
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
