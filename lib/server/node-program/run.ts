import "server-only";
import { createHash } from "node:crypto";
import type { NodeFacts } from "@/lib/domain/nodes/facts";
import type { NodeEvent, NodeReport, TransactionState } from "@/lib/domain/nodes/report";
import { toInspection, toNodeFacts } from "@/lib/domain/nodes/survey";
import type { Phase } from "@/lib/domain/pushes/outcomes";
import { SshFault } from "@/lib/server/ssh/fault";
import type { SshSession } from "@/lib/server/ssh/session";
import { askSurvey } from "./ask-survey";
import { callProgram } from "./call";
import { encodeOptions } from "./frames";
import { applyFrames, locationOptions } from "./options";
import { toEvent, toPhase, toReport } from "./report";
import type { ApplyRequest } from "./request";
import { withTemplates } from "./templates";

const protocol = (reason: string) => new SshFault("protocol", { reason });

/** Looks at a node and changes nothing. `paths` are looked for; those that are not there come back as missing. */
export async function probe(
  session: SshSession,
  options: { paths?: readonly string[] } = {},
): Promise<NodeFacts> {
  const { privilege } = await session.root();
  const first = await askSurvey(session, "survey", []);
  const inspection = toInspection(first);
  const required = (options.paths ?? []).map((path) => ["require", path] as const);
  const second = await askSurvey(session, "inspect", [...locationOptions(inspection), ...required]);
  return withTemplates(session, toNodeFacts({ privilege, first, inspection, second }));
}

const fileLimit = 1024 * 1024;

/** The registries file as it is on the node, or null when there is none. It holds secrets. */
export async function readRegistries(
  session: SshSession,
  facts: Pick<NodeFacts, "registriesPath">,
): Promise<{ bytes: Uint8Array; sha256: string } | null> {
  if (facts.registriesPath === null) return null;
  const found = await askSurvey(session, "read", [["path", facts.registriesPath]]);
  const factOf = (name: string) => found.facts.find((fact) => fact.name === name)?.value;
  if (factOf("absent") === "yes") return null;
  const size = Number(factOf("size"));
  if (size > fileLimit) throw new SshFault("protocol", { reason: "too-large", size: String(size) });
  const bytes = found.texts[0]?.bytes ?? new Uint8Array();
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  if (sha256 !== factOf("sha256")) throw protocol("changed-while-read");
  return { bytes, sha256 };
}

/** What a node has under a path: the bytes, or why there are none to be had. */
export type NamedFile = Uint8Array | "missing" | "unreadable" | "too-large";

export const namedFiles = { most: 64, bytes: 65_536 } as const;

/** TLS files of a node, by path; private keys are among them. The paths are such as can be asked for. */
export async function readNamedWithSecrets(
  session: SshSession,
  paths: readonly string[],
): Promise<Map<string, NamedFile>> {
  if (paths.length === 0) return new Map();
  const found = await askSurvey(
    session,
    "read",
    paths.slice(0, namedFiles.most).map((path) => ["tls", path] as const),
  );
  const files = new Map<string, NamedFile>();
  const keep = (number: string | undefined, file: NamedFile) => {
    const path = paths[Number(number) - 1];
    if (path !== undefined) files.set(path, file);
  };
  for (const { name, bytes } of found.texts)
    keep(name, bytes.length > namedFiles.bytes ? "too-large" : bytes);
  for (const { name, value } of found.facts) {
    const [number, state] = value.split(" ");
    const known = (["missing", "unreadable", "too-large"] as const).find((each) => each === state);
    if (name === "tls" && known) keep(number, known);
  }
  return files;
}

type OnEvent = (event: NodeEvent) => void;
// The node tells something at least every 5 s once it restarts; checks before that can take a minute together.
const silenceMs = 180_000;
// Longer than the longest honest one: an earlier transaction brought to its end first, then this one and its way back,
// each with the longest times that can be chosen.
const limits = { silenceMs, deadlineMs: 4 * 3_600_000 };

/** Names the last phase seen when the connection goes away: what is true then only the node can tell. */
function tracePhase(onEvent: OnEvent, first: Phase) {
  const last = { phase: first };
  const onWords = (words: readonly string[]) => {
    const event = toEvent(words);
    last.phase = event.phase;
    onEvent(event);
  };
  const rethrow = (error: unknown): never => {
    if (error instanceof SshFault && error.fault === "connection-lost") {
      throw new SshFault("connection-lost", { ...error.params, phase: last.phase }, error);
    }
    throw error;
  };
  return { last, onWords, rethrow };
}

/**
 * Brings a file to the node as one transaction that the node itself carries to its end. When the connection is lost
 * on the way this throws `connection-lost` with the last phase seen, and `ask` tells what became of it.
 */
export async function apply(
  session: SshSession,
  request: ApplyRequest,
  onEvent: OnEvent,
): Promise<NodeReport> {
  const { last, onWords, rethrow } = tracePhase(onEvent, "check");
  const reports: NodeReport[] = [];
  await callProgram(session, {
    mode: "apply",
    input: applyFrames(request),
    limits,
    onAnswer: (answer) => {
      if (answer.kind === "event") onWords(answer.words);
      if (answer.kind === "report") reports.push(toReport(answer.words));
    },
  }).catch((error: unknown) => (reports.length > 0 ? undefined : rethrow(error)));
  const report = reports[0];
  if (!report) throw new SshFault("connection-lost", { phase: last.phase, reason: "stalled" });
  return report;
}

/**
 * What the node knows of a transaction. With `resume` a stalled one is brought to its end and a running one is
 * followed to it. `after` leaves out events already seen.
 */
export async function ask(
  session: SshSession,
  question: { transactionId: string; resume: boolean; after?: number },
  onEvent: OnEvent,
): Promise<TransactionState> {
  const { onWords, rethrow } = tracePhase(onEvent, "check");
  const states: TransactionState[] = [];
  await callProgram(session, {
    mode: "ask",
    input: [
      encodeOptions([
        ["id", question.transactionId],
        ["resume", question.resume ? "yes" : "no"],
        ["after", question.after ?? 0],
      ]),
    ],
    limits,
    onAnswer: (answer) => {
      if (answer.kind === "event") onWords(answer.words);
      if (answer.kind === "report") states.push({ state: "done", report: toReport(answer.words) });
      if (answer.kind === "state") states.push(toState(answer.words));
    },
  }).catch((error: unknown) => (states.length > 0 ? undefined : rethrow(error)));
  const state = states.at(-1);
  if (!state) throw protocol("answer-cut");
  return state;
}

function toState([word, phase]: readonly string[]): TransactionState {
  if (word === "running" || word === "stalled") return { state: word, phase: toPhase(phase) };
  return { state: "unknown" };
}
