import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { containerdFiles } from "@/lib/domain/registries/containerd/files";
import { type Decoded, decode } from "@/lib/domain/registries/decode";
import { explain } from "@/lib/domain/registries/explain/explain";
import { lint } from "@/lib/domain/registries/lint/lint";
import { render } from "@/lib/domain/registries/render";
import type { Definition } from "@/lib/domain/registries/schema";
import { type TargetInput, toTarget } from "@/lib/domain/registries/target";
import { definitionOf } from "@/tests/support/definitions";
import { patience, runs } from "@/tests/support/runs";
import { definition, yamlText } from "../arbitraries";
import k3s from "../golden/k3s-files.json";
import { images, realFiles, target } from "./inputs";

/** Another order of the same things, chosen by a number. */
function shuffled<Item>(items: readonly Item[], choice: number): Item[] {
  const left = [...items];
  return items.flatMap((_, index) => left.splice((choice >> index) % left.length, 1));
}

const inOrder = <Value>(map: Readonly<Record<string, Value>> | null, choice: number) =>
  map && Object.fromEntries(shuffled(Object.entries(map), choice));

function reordered({ mirrors, configs, auths }: Decoded, choice: number): Decoded {
  const inner = Object.entries(mirrors ?? {}).map(([key, { endpoint, rewrite }]) => [
    key,
    { endpoint, rewrite: inOrder(rewrite, choice) },
  ]);
  return {
    mirrors: mirrors && inOrder(Object.fromEntries(inner), choice),
    configs: inOrder(configs, choice),
    auths: inOrder(auths, choice),
  };
}

const orNull = <Item>(items: readonly Item[] | null, choice: number) => items && shuffled(items, choice);

const reorderedDefinition = (value: Definition, choice: number): Definition => ({
  ...value,
  mirrors: orNull(
    value.mirrors?.map((mirror) => ({ ...mirror, rewrites: orNull(mirror.rewrites, choice) })) ?? null,
    choice,
  ),
  registryHosts: orNull(value.registryHosts, choice),
});

const text = fc.oneof(
  yamlText,
  definition.map(render),
  fc.constantFrom(...realFiles, ...k3s.cases.map(({ registriesYaml }) => registriesYaml)),
);
const choice = fc.nat(100_000);

/** What a form shows of files that mean something, and anything else it can show. */
const edited = fc.oneof(
  definition,
  fc.constantFrom(...realFiles, ...k3s.cases.map(({ registriesYaml }) => registriesYaml)).map(definitionOf),
);

/** Of two rules that overlap, the finding stands at the later one. */
const byOrder = new Set(["rewrite-overlap", "more-findings"]);

const told = (yaml: string, input: TargetInput) =>
  lint(yaml, input)
    .filter(({ code }) => !byOrder.has(code))
    .map(({ code, severity, path }) => JSON.stringify([code, severity, path]))
    .sort();

describe("K3s holds maps, so their order in a file changes nothing", patience, () => {
  test("in the files for containerd and in what is asked for an image", () => {
    const property = (yaml: string, input: TargetInput, chosen: number) => {
      const decoded = decode(yaml);
      fc.pre(decoded.ok);
      const other = reordered(decoded.result, chosen);
      const node = toTarget(input);
      expect(containerdFiles(other, node)).toEqual(containerdFiles(decoded.result, node));
      for (const image of images) {
        const question = { image, target: node, assume: {} };
        expect(explain({ ...question, decoded: other })).toEqual(
          explain({ ...question, decoded: decoded.result }),
        );
      }
    };
    fc.assert(fc.property(text, target, choice, property), runs(300));
  });

  test("in the findings", () => {
    const property = (value: Definition, input: TargetInput, chosen: number) => {
      expect(told(render(reorderedDefinition(value, chosen)), input)).toEqual(told(render(value), input));
    };
    fc.assert(fc.property(edited, target, choice, property), runs(200));
  });
});
