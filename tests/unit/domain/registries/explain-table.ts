import type { Attempt, Explanation } from "@/lib/domain/registries/explain/explanation";
import type { TargetInput } from "@/lib/domain/registries/target";
import { ask } from "./explain-question";

/**
 * One image, what its name means, the key of the file that decides, and the requests in order. A request is its URL and
 * what is not usual about it, parted by bars: `rewrite PATTERN`, `plain`, `unverified`, `ca FILE`, `client FILE`,
 * `login KEY KIND`, `pod`.
 */
export type Row = [image: string, reads: string, entry: string | null, ...asks: string[]];
export type Table = { about: string; yaml: string; target?: TargetInput; rows: Row[] };

function loginOf({ credential }: Attempt): string[] {
  if (credential === null) return [];
  return [credential.source === "pod" ? "pod" : `login ${credential.key} ${credential.kind}`];
}

function request(attempt: Attempt): string {
  const { url, rewrite, tls } = attempt;
  return [
    url,
    ...(rewrite ? [`rewrite ${rewrite.pattern}`] : []),
    ...(tls.mode === "verify" ? [] : [tls.mode]),
    ...(tls.ca === null ? [] : [`ca ${tls.ca}`]),
    ...(tls.client === null ? [] : [`client ${tls.client.cert}`]),
    ...loginOf(attempt),
  ].join(" | ");
}

const reads = ({ reference }: Explanation) => ("error" in reference ? reference.error : reference.normalized);

/** The row that the product gives for an image. */
export function explained({ yaml, target }: Table, image: string): Row {
  const explanation = ask(yaml, { image, ...(target && { target }) });
  const { entry, attempts } = explanation;
  return [image, reads(explanation), entry?.key ?? null, ...attempts.map(request)];
}
