import "server-only";
import type { NodeEvent, NodeReport } from "@/lib/domain/nodes/report";
import { type Fault, faults, type Outcome, outcomes, type Phase, phases } from "@/lib/domain/pushes/outcomes";
import { readPairs } from "./lines";

const isOneOf = <T extends string>(list: readonly T[], value: string): value is T =>
  (list as readonly string[]).includes(value);

export const toPhase = (word: string | undefined): Phase =>
  word !== undefined && isOneOf(phases, word) ? word : "check";

/**
 * Log lines of K3s can quote a value of the file: yaml.v2 puts the start of a wrong one between backquotes, URLs may
 * hold a login, and settings are printed with their values.
 */
export function maskLog(text: string): string {
  return text
    .replace(/`[^`]*`/g, "`…`")
    .replace(/(\/\/)[^/\s@]+@/g, "$1…@")
    .replace(/((?:password|token|secret|auth)[\w-]*["']?\s*[:=]\s*)("[^"]*"|'[^']*'|\S+)/gi, "$1…");
}

const maskAll = (pairs: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(pairs).map(([name, value]) => [name, maskLog(value)]));

export function toEvent(words: readonly string[]): NodeEvent {
  const [sequence = "", at = "", phase, code = "", ...rest] = words;
  return {
    sequence: Number(sequence),
    at: Number(at),
    phase: toPhase(phase),
    code,
    params: maskAll(readPairs(rest)),
  };
}

/** A report the node could not have written is a fault of the protocol, not a success. */
export function toReport(words: readonly string[]): NodeReport {
  const [outcome = "", fault = "", ...rest] = words;
  const bar = rest.indexOf("|");
  const params = maskAll(readPairs(bar < 0 ? rest : rest.slice(0, bar)));
  const evidence = bar < 0 ? {} : maskAll(readPairs(rest.slice(bar + 1)));
  const known = isOneOf<Outcome>(outcomes, outcome) && (fault === "-" || isOneOf<Fault>(faults, fault));
  if (!known) return { outcome: "failed", fault: "protocol", params: { reason: "report" }, evidence };
  return {
    outcome: outcome as Outcome,
    fault: fault === "-" ? null : (fault as Fault),
    params,
    evidence,
  };
}
