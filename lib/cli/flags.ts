import { assumptions } from "@/lib/domain/registries/explain/explanation";
import { assumeSchema } from "@/lib/domain/registries/questions";
import { targetSchema, templateNames } from "@/lib/domain/registries/target";
import { locales } from "@/lib/i18n/locales";

export const commands = ["decode", "lint", "containerd", "explain"] as const;
export type Command = (typeof commands)[number];

type Flag = {
  /** A switch is on by itself, and takes a value only after an equals sign. */
  kind: "switch" | "text";
  /** How its value is written, for the help; empty for a switch. */
  value: string;
  /** The field of `target` it fills. */
  field?: keyof typeof targetSchema.shape;
  /** The commands it means something to; all without it. */
  for?: readonly Command[];
};

const judging = ["lint", "containerd", "explain"] as const;

export const flags = {
  json: { kind: "switch", value: "" },
  lang: { kind: "text", value: locales.join("|") },
  help: { kind: "switch", value: "" },
  version: { kind: "switch", value: "" },
  distribution: { kind: "text", value: "k3s|rke2", field: "distribution", for: judging },
  "k3s-version": { kind: "text", value: "v1.N.N+k3s1", field: "version", for: judging },
  "disable-default-registry-endpoint": {
    kind: "switch",
    value: "",
    field: "disableDefaultRegistryEndpoint",
    for: judging,
  },
  "embedded-registry": { kind: "switch", value: "", field: "embeddedRegistry", for: judging },
  "data-dir": { kind: "text", value: "/PATH", field: "dataDir", for: judging },
  "pod-credentials": { kind: "switch", value: "", field: "podCredentials", for: judging },
  puller: { kind: "text", value: "containerd|rke2-runtime", field: "puller", for: judging },
  "user-template": { kind: "switch", value: "", field: "userTemplate", for: judging },
  assume: { kind: "text", value: "N=ANSWER", for: ["explain"] },
} as const satisfies Record<string, Flag>;

export type FlagName = keyof typeof flags;
export const flagNames = Object.keys(flags) as FlagName[];

export const flagOf = (name: string): (Flag & { name: FlagName }) | null => {
  const known = flagNames.find((flag) => flag === name);
  return known === undefined ? null : { ...flags[known], name: known };
};

/** What a flag takes, where the help's short form does not list it. */
export const accepted: Partial<Record<FlagName, string>> = {
  "user-template": `true|false|${templateNames.join("|")}`,
  assume: `N=${assumptions.join("|")}`,
};

/** The value a field of the target gets, or undefined where the flag does not take that text. */
export function readField({ kind, field }: Flag, text: string | undefined): unknown {
  if (field === undefined) return undefined;
  const isWord = kind === "switch" && (text === undefined || text === "true" || text === "false");
  const value = isWord ? text !== "false" : text;
  const result = targetSchema.shape[field].safeParse(value);
  return result.success ? result.data : undefined;
}

/** `2=404` as an assumption; undefined for anything else. */
export function readAssumption(text: string) {
  const [, attempt = "", answer] = /^([^=]*)=(.*)$/s.exec(text) ?? [];
  const result = assumeSchema.safeParse({ [attempt]: answer });
  return result.success ? result.data : undefined;
}
