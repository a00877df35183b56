import type { Assume } from "@/lib/domain/registries/explain/explanation";
import type { sayExplanation } from "@/lib/domain/registries/explain/say";
import type { Target } from "@/lib/domain/registries/target";
import type { Say } from "@/lib/i18n/say";
import { printable } from "./printable";

type Explained = ReturnType<typeof sayExplanation>;
type Attempt = Explained["attempts"][number];

function tlsLines({ tls: { mode, ca, client } }: Attempt, say: Say): string[] {
  const checked = mode === "verify" && ca !== null ? "verify-ca" : mode;
  const lines = [say(`explain.tls.${checked}`, { ca: printable(ca ?? "") })];
  if (client === null) return lines;
  const { cert, key } = client;
  return [...lines, say("explain.client", { cert: printable(cert), key: printable(key) })];
}

function credentialLine({ credential }: Attempt, say: Say): string {
  if (credential === null) return say("explain.credential.none");
  if (credential.source === "pod") return say("explain.credential.pod");
  return say(`explain.credential.${credential.kind}`, { key: printable(credential.key) });
}

function rewriteLines({ rewrite }: Attempt, say: Say): string[] {
  if (rewrite === null) return [];
  const { pattern, before, after } = rewrite;
  const params = { pattern: printable(pattern), before: printable(before), after: printable(after) };
  return [say("explain.rewrite", params)];
}

function attemptLines(attempt: Attempt, number: number, say: Say): string[] {
  const details = [
    printable(attempt.reason.message),
    ...rewriteLines(attempt, say),
    ...tlsLines(attempt, say),
    credentialLine(attempt, say),
  ];
  const { method, url } = attempt;
  return [`${number}. ${method} ${printable(url)}`, ...details.map((line) => `   ${line}`)];
}

const listLines = (attempts: readonly Attempt[], say: Say) =>
  attempts.flatMap((attempt, index) => attemptLines(attempt, index + 1, say));

function headLines({ reference, entry }: Explained, target: Target, say: Say): string[] {
  const node = say("explain.node", { distribution: target.distribution, version: target.version.text });
  if ("error" in reference) return [node];
  const key = printable(entry?.key ?? "");
  const folder = printable(entry?.directory ?? "");
  const kind = entry === null ? "none" : entry.directory === null ? "alone" : "folder";
  return [
    say("explain.image", { image: reference.normalized }),
    node,
    say(`explain.entry.${kind}`, { key, folder }),
  ];
}

function resultLine({ result }: Explained, say: Say): string {
  const { attempt, storedAs, error } = result;
  if (error !== null) return say("explain.failed", { message: printable(error.message) });
  return say("explain.pulled", { attempt: attempt ?? 0, image: storedAs ?? "" });
}

/** The pull path in sentences: the entry, the attempts in order, what may happen instead, and how it ends. */
export function printExplanation(
  explained: Explained,
  { target, assume }: { target: Target; assume: Assume },
  say: Say,
): string[] {
  const { attempts, alternatives } = explained;
  const others = alternatives.flatMap((list, index) => [
    "",
    say("explain.alternative", { number: index + 1 }),
    ...listLines(list, say),
  ]);
  const assumed = Object.entries(assume).map(([attempt, answer]) =>
    say("explain.assumed", { attempt: Number(attempt), answer }),
  );
  const path = attempts.length === 0 ? [] : ["", ...listLines(attempts, say)];
  return [
    ...headLines(explained, target, say),
    ...path,
    ...others,
    "",
    ...assumed,
    resultLine(explained, say),
  ];
}
