import * as z from "zod/mini";
import { type Assume, assumptions } from "@/lib/domain/registries/explain/explanation";
import { normalizeReference } from "@/lib/domain/registries/reference";
import { type TargetInput, targetSchema } from "@/lib/domain/registries/target";

export const sources = ["saved", "draft", "paste"] as const;
export type SourceKind = (typeof sources)[number];

/** What is simulated, as the address says it. What it does not say is null and falls back to what suits. */
export type SimulatorQuery = {
  image: string;
  source: SourceKind;
  configuration: string | null;
  /** Null: the newest. */
  revision: number | null;
  /** Null: a node of no name. */
  node: string | null;
  /** Options a person set; they go before what is known of the node. */
  target: TargetInput;
  assume: Assume;
};

const id = z.string().check(z.regex(/^[\w-]{1,64}$/));
const image = z.string().check(z.maxLength(4096));
const revision = z.string().check(z.regex(/^[1-9]\d{0,8}$/));

/** The value if it is one; an address can hold anything, and what makes no sense is passed over. */
function valid<Value>(schema: z.ZodMiniType<Value>, value: unknown): Value | undefined {
  const read = schema.safeParse(value);
  return read.success ? read.data : undefined;
}

type OptionKey = Exclude<keyof TargetInput, "dataDir">;

/** Names in the address for the options. */
const optionNames = {
  distribution: "distribution",
  version: "version",
  disableDefaultRegistryEndpoint: "nodefault",
  embeddedRegistry: "embedded",
  podCredentials: "pod",
  puller: "puller",
  userTemplate: "template",
} as const satisfies Record<OptionKey, string>;
const optionKeys: readonly OptionKey[] = [
  "distribution",
  "version",
  "disableDefaultRegistryEndpoint",
  "embeddedRegistry",
  "podCredentials",
  "puller",
  "userTemplate",
];

const flags: Readonly<Record<string, boolean>> = { "0": false, "1": true };

function readTarget(params: URLSearchParams): TargetInput {
  let target: TargetInput = {};
  for (const key of optionKeys) {
    const text = params.get(optionNames[key]);
    if (text === null) continue;
    const value = Object.hasOwn(flags, text) ? flags[text] : text;
    target = { ...target, ...valid(targetSchema, { [key]: value }) };
  }
  return target;
}

const mostAssumed = 200;

function readAssume(text: string | null): Assume {
  const pairs = (text ?? "").split(",", mostAssumed).flatMap((pair) => {
    const [number = "", answer] = pair.split(":", 2);
    const known = assumptions.find((one) => one === answer);
    return /^[1-9]\d{0,5}$/.test(number) && known && known !== "ok" ? [[number, known] as const] : [];
  });
  return Object.fromEntries(pairs);
}

export function readQuery(params: URLSearchParams): SimulatorQuery {
  const number = valid(revision, params.get("rev"));
  return {
    image: valid(image, params.get("image")) ?? "",
    source: valid(z.enum(sources), params.get("source")) ?? "saved",
    configuration: valid(id, params.get("config")) ?? null,
    revision: number === undefined ? null : Number(number),
    node: valid(id, params.get("node")) ?? null,
    target: readTarget(params),
    assume: readAssume(params.get("assume")),
  };
}

const writeOption = (value: TargetInput[OptionKey]) =>
  typeof value === "boolean" ? String(Number(value)) : value;

/** Only a whole name is written: half of one may be anything, a password too. */
const isReference = (text: string) => !("error" in normalizeReference(text));

/** The query for an address. It never holds a file. */
export function writeQuery(query: SimulatorQuery): Record<string, string | undefined> {
  const { target, assume } = query;
  const assumed = Object.entries(assume).flatMap(([number, answer]) =>
    answer === "ok" ? [] : [`${number}:${answer}`],
  );
  const options = optionKeys.map((key) => [optionNames[key], writeOption(target[key])] as const);
  return {
    image: isReference(query.image) ? query.image : undefined,
    source: query.source === "saved" ? undefined : query.source,
    config: query.configuration ?? undefined,
    rev: query.revision === null ? undefined : String(query.revision),
    node: query.node ?? undefined,
    ...Object.fromEntries(options),
    assume: assumed.length === 0 ? undefined : assumed.join(","),
  };
}
