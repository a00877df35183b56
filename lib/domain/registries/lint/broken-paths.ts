import type { YamlNode } from "../yaml/node";
import type { Path } from "./view";

interface Step {
  readonly node: YamlNode;
  readonly above: Step | null;
  readonly name: string | number | null;
}

function stepsBelow(step: Step): Step[] {
  const { node } = step;
  if (node.kind === "sequence")
    return node.children.map((child, at) => ({ node: child, above: step, name: at }));
  if (node.kind !== "mapping") return [];
  return node.children.flatMap((child, at) => {
    const key = node.children[at - 1];
    if (at % 2 === 0 || key === undefined) return [];
    return [{ node: child, above: step, name: key.kind === "scalar" ? key.value : "" }];
  });
}

function pathTo(step: Step): Path {
  const path: (string | number)[] = [];
  for (let at: Step | null = step; at !== null; at = at.above) if (at.name !== null) path.unshift(at.name);
  return path;
}

/** The keys and indexes that lead to each of these nodes, in a tree that fits no types. */
export function pathsOf(root: YamlNode | null, wanted: ReadonlySet<YamlNode>): Map<YamlNode, Path> {
  const paths = new Map<YamlNode, Path>();
  const waiting: Step[] = root === null ? [] : [{ node: root, above: null, name: null }];
  for (let step = waiting.pop(); step !== undefined && paths.size < wanted.size; step = waiting.pop()) {
    if (wanted.has(step.node)) paths.set(step.node, pathTo(step));
    for (const below of stepsBelow(step)) waiting.push(below);
  }
  return paths;
}
