import { parseDocument } from "yaml";
import { simulate } from "@/components/simulator/simulate";
import { containerdFiles } from "@/lib/domain/registries/containerd/files";
import { decode, decodeReading } from "@/lib/domain/registries/decode";
import { explain } from "@/lib/domain/registries/explain/explain";
import { readSimulatedFile } from "@/lib/domain/registries/explain/simulated-file";
import { lint, lintReading } from "@/lib/domain/registries/lint/lint";
import { parse, parseReading } from "@/lib/domain/registries/parse";
import { readText } from "@/lib/domain/registries/reading";
import { render } from "@/lib/domain/registries/render";
import { toTarget } from "@/lib/domain/registries/target";
import { fleetDefinition } from "./definitions";
import { type Effort, type Figures, measure } from "./measure";

const target = toTarget();
const image = "registry-7.example.com/library/alpine:3.20";

/** Everything that is asked of a definition of this many mirrors, by name. */
function tasksOf(mirrors: number): { length: number; tasks: Record<string, () => unknown> } {
  const definition = fleetDefinition(mirrors);
  const text = render(definition);
  const reading = readText(text);
  const decoded = decodeReading(reading);
  if (!decoded.ok) throw new Error(decoded.error);
  const { result } = decoded;
  const file = readSimulatedFile(text);
  if (!file.ok) throw new Error("The text cannot be simulated.");
  const tasks = {
    decode: () => decode(text),
    parse: () => parse(text),
    lint: () => lint(text),
    "lint, from the parsed definition": () => lintReading(reading),
    render: () => render(definition),
    "containerd's files": () => containerdFiles(result, target),
    explain: () => explain({ decoded: result, image, target, assume: {} }),
    "the simulator, another image": () => simulate({ file, image, target, assume: {} }),
    "the simulator, another file": () => readSimulatedFile(text),
    "lint, render and explain, from the parsed definition": () => [
      lintReading(reading),
      render(definition),
      explain({ decoded: result, image, target, assume: {} }),
    ],
    "parse, lint, render and explain, from text": () => everything(text),
    "for comparison: parseDocument of the package yaml": () => parseDocument(text),
    "for comparison: the definition to JSON and back": () => JSON.parse(JSON.stringify(definition)),
  };
  return { length: text.length, tasks };
}

function everything(text: string) {
  const reading = readText(text);
  const parsed = parseReading(reading);
  const decoded = decodeReading(reading);
  if (!decoded.ok || !parsed.ok) throw new Error("The text cannot be read.");
  const explained = explain({ decoded: decoded.result, image, target, assume: {} });
  return [lintReading(reading), render(parsed.definition), explained];
}

export interface SizeFigures {
  readonly mirrors: number;
  readonly length: number;
  readonly figures: ReadonlyMap<string, Figures>;
}

/** Figures of all tasks at one size. */
export function measureSize(mirrors: number, effort: Effort): SizeFigures {
  const { length, tasks } = tasksOf(mirrors);
  const figures = Object.entries(tasks).map(([name, task]): [string, Figures] => [
    name,
    measure(task, effort),
  ]);
  return { mirrors, length, figures: new Map(figures) };
}
