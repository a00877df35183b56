import "server-only";
import type { NodeEvent, NodeReport } from "@/lib/domain/nodes/report";
import {
  type Fault,
  faultsAfterApply,
  type Outcome,
  outcomes,
  type Phase,
  phases,
} from "@/lib/domain/pushes/outcomes";
import { redactText } from "@/lib/domain/redact-text";
import { SshFault } from "@/lib/server/ssh/fault";
import { readPairs } from "./lines";

/** What the program on a node can name. The rest is found by Pullpath itself, so a node that says it means to lead astray. */
const nodeFaults: readonly Fault[] = [
  "service-not-found",
  "disk-full",
  "read-only",
  "not-writable",
  "tls-path-missing",
  "node-busy",
  "file-changed",
  "upload-broken",
  ...faultsAfterApply,
  "interrupted",
  "protocol",
];

const isOneOf = <T extends string>(list: readonly T[], value: string): value is T =>
  (list as readonly string[]).includes(value);

export const toPhase = (word: string | undefined): Phase =>
  word !== undefined && isOneOf(phases, word) ? word : "check";

// Whatever stands between the first and the last backquote of a line may be a value; a lone one has its other end on
// another line, so nothing of the line is sure.
const maskQuotes = (text: string) => text.replace(/`[^\n]*`/g, "`…`").replace(/^[^`\n]*`[^`\n]*$/gm, "…`…");

/**
 * Log lines of K3s can quote a value of the file: yaml.v2 puts the start of a wrong one between backquotes, URLs may
 * hold a login or, where a store of objects signs them, one in their query, and settings are printed with their values.
 */
export function maskLog(text: string): string {
  return maskQuotes(redactText(text))
    .replace(/(\/\/)[^/\s@]+@/g, "$1…@")
    .replace(/(\bhttps?:\/\/[^\s"'?\\]{1,2000})\?[^\s"'\\]*/gi, "$1?…")
    .replace(/(authorization\\?["']?\s{0,9}[:=]\s{0,9})[^\n]*/gi, "$1…")
    .replace(/((?:password|token|secret|auth)[\w-]{0,40}["']?\s*[:=]\s*)("[^"]*"|'[^']*'|\S+)/gi, "$1…");
}

const maskAll = (pairs: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(pairs).map(([name, value]) => [name, maskLog(value)]));

/** Events are counted and asked for by number, so one without a sound number cannot be dealt with. */
export function toEvent(words: readonly string[]): NodeEvent {
  const [sequence = "", at = "", phase, code = "", ...rest] = words;
  const [number, time] = [Number(sequence), Number(at)];
  if (!Number.isSafeInteger(number) || number < 1 || !Number.isSafeInteger(time) || time < 0)
    throw new SshFault("protocol", { reason: "event" });
  return { sequence: number, at: time, phase: toPhase(phase), code, params: maskAll(readPairs(rest)) };
}

// Words of the cluster about a node become a part of a sentence.
const inSentence = (values: Record<string, string>, name: string): Record<string, string> => {
  const { [name]: words } = values;
  if (words === undefined) return values;
  return { ...values, [name]: words.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ").trim() };
};

/** A report the node could not have written is a fault of the protocol, not a success. */
export function toReport(words: readonly string[]): NodeReport {
  const [outcome = "", fault = "", ...rest] = words;
  const bar = rest.indexOf("|");
  const params = inSentence(maskAll(readPairs(bar < 0 ? rest : rest.slice(0, bar))), "message");
  const evidence = bar < 0 ? {} : inSentence(maskAll(readPairs(rest.slice(bar + 1))), "readySaid");
  const known = isOneOf<Outcome>(outcomes, outcome) && (fault === "-" || isOneOf<Fault>(nodeFaults, fault));
  if (!known) return { outcome: "failed", fault: "protocol", params: { reason: "report" }, evidence };
  return {
    outcome: outcome as Outcome,
    fault: fault === "-" ? null : (fault as Fault),
    params,
    evidence,
  };
}
