import type { TargetInput } from "@/lib/domain/registries/target";

/** A file, and the nodes it is meant for where that matters. */
export type Sample = string | readonly [yaml: string, target: TargetInput];

export interface RuleCases {
  /** Files in which the rule finds something. */
  readonly hits: readonly Sample[];
  /** Files that are close to one of those and right. */
  readonly misses: readonly Sample[];
  /** Ids of the fixes offered in the first hit. */
  readonly fixes?: readonly string[];
}

export type Cases = Readonly<Record<string, RuleCases>>;

/** A mirror of Docker Hub with these endpoints. */
export const hub = (...urls: string[]) =>
  `mirrors:\n  docker.io:\n    endpoint:\n${urls.map((url) => `      - ${url}\n`).join("")}`;

/** A mirror of quay.io that rewrites. */
export const rewriting = (...rules: string[]) =>
  `mirrors:\n  quay.io:\n    endpoint:\n      - https://harbor.corp\n    rewrite:\n${rules
    .map((rule) => `      ${rule}\n`)
    .join("")}`;

/** One entry of `configs` with these lines in it. */
export const host = (name: string, block: "auth" | "tls", ...lines: string[]) =>
  `configs:\n  ${name}:\n    ${block}:\n${lines.map((line) => `      ${line}\n`).join("")}`;
