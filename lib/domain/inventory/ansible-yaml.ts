import { composeYaml } from "@/lib/domain/registries/yaml/compose";
import { YamlFailure } from "@/lib/domain/registries/yaml/failure";
import type { YamlNode } from "@/lib/domain/registries/yaml/node";
import { AnsibleGraph, type Vars } from "./ansible-graph";
import type { Collector } from "./collector";

type Pair = { key: string; value: YamlNode | null; line: number };
type Place = { graph: AnsibleGraph; into: Collector; depth: number };

const deepest = 20;

/** The pairs of a mapping. Aliases stand for nothing, so that no file grows while it is read. */
function pairsOf(node: YamlNode | null): Pair[] {
  if (node?.kind !== "mapping") return [];
  const pairs: Pair[] = [];
  for (let at = 0; at + 1 < node.children.length; at += 2) {
    const key = node.children[at];
    if (key?.kind === "scalar")
      pairs.push({ key: key.value, value: node.children[at + 1] ?? null, line: key.start.line + 1 });
  }
  return pairs;
}

function readVars(node: YamlNode | null, into: Vars, graph: AnsibleGraph): void {
  for (const { key, value, line } of pairsOf(node))
    graph.keep(into, key, { value: value?.kind === "scalar" ? value.value : "", line });
}

function readHosts(name: string, node: YamlNode | null, graph: AnsibleGraph): void {
  for (const { key, value, line } of pairsOf(node)) {
    const vars: Vars = new Map();
    readVars(value, vars, graph);
    graph.addHosts(key, { group: name, vars, line });
  }
}

function readGroup(name: string, node: YamlNode | null, place: Place): void {
  const { graph, depth } = place;
  const group = graph.group(name);
  if (!group || depth > deepest) return;
  for (const { key, value, line } of pairsOf(node)) {
    if (key === "vars") readVars(value, group.vars, graph);
    else if (key === "hosts") readHosts(name, value, graph);
    else if (key === "children") readChildren(name, value, place);
    else place.into.note("structure", `${name}.${key}`, line);
  }
}

function readChildren(name: string, node: YamlNode | null, place: Place): void {
  for (const { key, value } of pairsOf(node)) {
    place.graph.addChild(name, key);
    readGroup(key, value, { ...place, depth: place.depth + 1 });
  }
}

/** An inventory as Ansible's YAML plugin reads it (docs.ansible.com, ansible.builtin.yaml inventory). */
export function readAnsibleYaml(text: string, into: Collector) {
  const graph = new AnsibleGraph(into);
  try {
    const { root } = composeYaml(text);
    const groups = pairsOf(root);
    if (groups.length === 0) into.leave("structure", "", null);
    for (const { key, value } of groups) readGroup(key, value, { graph, into, depth: 0 });
  } catch (failure) {
    if (!(failure instanceof YamlFailure)) throw failure;
    return into.leave("yaml", "", failure.mark ? failure.mark.line + 1 : failure.line);
  }
  graph.finish();
}
