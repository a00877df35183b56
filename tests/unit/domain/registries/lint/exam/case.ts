import type { TargetInput } from "@/lib/domain/registries/target";

/**
 * One file put to the linter. `hits` are lines like "duplicate-key error 4 mirrors|quay.io":
 * code, severity, line and path of a finding that must be there. `clean` are codes that must not.
 */
export type ExamCase = {
  readonly name: string;
  readonly text: string;
  readonly target?: TargetInput;
  readonly hits?: readonly string[];
  readonly clean?: readonly string[];
};

/** A template string without the indentation of the code around it; backslashes stand for themselves. */
export function y(parts: TemplateStringsArray, ...values: readonly string[]): string {
  const text = String.raw({ raw: parts.raw }, ...values).replace(/^\n/, "");
  const indent = /^ */.exec(text)?.[0] ?? "";
  return text
    .split("\n")
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line.trimStart()))
    .join("\n");
}

export const rke2: TargetInput = { distribution: "rke2" };
export const embedded: TargetInput = { embeddedRegistry: true };
export const noDefault: TargetInput = { disableDefaultRegistryEndpoint: true };

/** K3s of one release, its first build unless another is named. */
export function k3s(version: string): TargetInput {
  return { distribution: "k3s", version: version.includes("+") ? version : `${version}+k3s1` };
}
