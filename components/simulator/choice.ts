import { type Target, type TargetInput, toTarget } from "@/lib/domain/registries/target";
import type { SimulatorConfiguration, SimulatorData, SimulatorNode } from "@/lib/domain/simulator/views";
import type { SimulatorQuery } from "./query";

/** What a query comes to with what there is. */
export type Choice = {
  node: SimulatorNode | null;
  /** The configuration whose file is taken; null where there is none, or none of that id any more. */
  configuration: SimulatorConfiguration | null;
  /** The revision that is taken. */
  number: number;
  /** The query names a configuration or node that does not exist, or does no longer. */
  missing: "configuration" | "node" | null;
};

function defaultConfiguration(
  data: SimulatorData,
  node: SimulatorNode | null,
): SimulatorConfiguration | null {
  const { configurations } = data;
  const own = configurations.find(({ id }) => id === node?.configurationId);
  return own ?? configurations.find(({ archived }) => !archived) ?? configurations[0] ?? null;
}

export function choose(query: SimulatorQuery, data: SimulatorData): Choice {
  const node = data.nodes.find(({ id }) => id === query.node) ?? null;
  const named = data.configurations.find(({ id }) => id === query.configuration);
  const configuration = query.configuration === null ? defaultConfiguration(data, node) : (named ?? null);
  const lost = query.configuration !== null && named === undefined && query.source === "saved";
  const strange = query.node !== null && node === null;
  return {
    node,
    configuration,
    number: query.revision ?? configuration?.newest ?? 0,
    missing: lost ? "configuration" : strange ? "node" : null,
  };
}

/** What is known of the node before a person changes anything. */
export const baseTarget = (node: SimulatorNode | null): TargetInput => node?.facts?.target ?? {};

export const effectiveTarget = (query: SimulatorQuery, node: SimulatorNode | null): Target =>
  toTarget({ ...baseTarget(node), ...query.target });

/** The options with one set, or left out where it says what holds anyway. */
export function withOption<Key extends keyof TargetInput>(
  target: TargetInput,
  base: TargetInput,
  [key, value]: readonly [Key, TargetInput[Key] | undefined],
): TargetInput {
  const { [key]: _, ...rest } = target;
  const holds = toTarget({ ...base, ...rest });
  const isSame = value === undefined || (key !== "version" && Object.is(holds[key], value));
  return isSame ? { ...rest } : { ...rest, [key]: value };
}
