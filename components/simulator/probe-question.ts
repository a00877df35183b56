import type { Question } from "@/components/registry-test/run";
import { parse } from "@/lib/domain/registries/parse";
import { targetOf } from "@/lib/domain/registry-test/target";

/** The root of the registry that an attempt asks: all up to the first `v2` of its path, where the image follows. */
export function rootOf(url: string): string {
  const { origin, pathname } = new URL(url);
  const end = pathname.indexOf("/v2/");
  return end === -1 ? origin : `${origin}${pathname.slice(0, end)}/v2`;
}

/** What a real request to the registry of an attempt is made with: what the file says at its host. */
export function probeQuestion(url: string, text: string, slugs: Readonly<Record<string, string>>): Question {
  const read = parse(text, { certificateAt: (path) => slugs[path] });
  const hosts = read.ok ? (read.definition.registryHosts ?? []) : [];
  const { target, remarks } = targetOf(rootOf(url), hosts);
  return { input: { kind: "draft", target }, remarks };
}
