import "server-only";
import { createHash } from "node:crypto";
import type { NodeFacts } from "@/lib/domain/nodes/facts";
import type { NodeEvent, NodeReport, TransactionState } from "@/lib/domain/nodes/report";
import { toInspection, toNodeFacts } from "@/lib/domain/nodes/survey";
import { type Outcome, outcomes, type Phase } from "@/lib/domain/pushes/outcomes";
import { SshFault } from "@/lib/server/ssh/fault";
import type { SshSession } from "@/lib/server/ssh/session";
import { askSurvey } from "./ask-survey";
import { type Call, callProgram } from "./call";
import { readCertificateEnds } from "./certificate-ends";
import { encodeOptions, type Options } from "./frames";
import { applyFrames, locationOptions, rehearseFrames } from "./options";
import { toEvent, toPhase, toReport } from "./report";
import type { ApplyRequest } from "./request";
import { type Probed, withTemplates } from "./templates";

const protocol = (reason: string) => new SshFault("protocol", { reason });

type ProbeOptions = { paths?: readonly string[] };

/** Looks at a node and changes nothing. `paths` are looked for; those that are not there come back as missing. */
export const probe = async (session: SshSession, options: ProbeOptions = {}): Promise<NodeFacts> =>
  (await probeWithTemplates(session, options)).facts;

/** The same, with the texts of the templates that were found; they may hold secrets. */
export async function probeWithTemplates(session: SshSession, options: ProbeOptions = {}): Promise<Probed> {
  const { privilege } = await session.root();
  const first = await askSurvey(session, "survey", []);
  const inspection = toInspection(first);
  const required = (options.paths ?? []).map((path) => ["require", path] as const);
  const second = await askSurvey(session, "inspect", [...locationOptions(inspection), ...required]);
  const certificates = readCertificateEnds(second);
  return withTemplates(session, toNodeFacts({ privilege, first, inspection, second, certificates }));
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
 * Brings a file to the node as one transaction that the node itself carries to its end, or until it waits for a word.
 * When the connection is lost on the way this throws `connection-lost` with the last phase seen, and `ask` tells what
 * became of it.
 */
export async function apply(
  session: SshSession,
  request: ApplyRequest,
  onEvent: OnEvent,
): Promise<TransactionState> {
  const state = await converse(session, { mode: "apply", input: applyFrames(request) }, onEvent);
  return state.state === "done" ? { ...state, report: expectNot(["skipped"], state.report) } : state;
}

/** Everything `apply` would check, and nothing of what it would do. The outcome is `skipped` where it would do something. */
export async function rehearse(
  session: SshSession,
  request: ApplyRequest,
  onEvent: OnEvent,
): Promise<NodeReport> {
  const state = await converse(session, { mode: "rehearse", input: rehearseFrames(request) }, onEvent);
  if (state.state !== "done") throw protocol("report");
  const impossible = outcomes.filter((outcome) => !rehearsed.includes(outcome));
  return expectNot(impossible, state.report);
}

/** How a rehearsal can end. */
const rehearsed: readonly Outcome[] = ["unchanged", "skipped", "failed"];

/** An end that this call cannot have is a fault of the protocol. */
const expectNot = (impossible: readonly Outcome[], report: NodeReport): NodeReport =>
  impossible.includes(report.outcome)
    ? { outcome: "failed", fault: "protocol", params: { reason: "report" }, evidence: {} }
    : report;

/** What a node that waits is told: what it holds stays, or goes. */
export type Word = "confirmed" | "withheld";

type Question = { transactionId: string; resume: boolean; after?: number; word?: Word };

/**
 * What the node knows of a transaction. With `resume` a stalled one is brought to its end and a running one is
 * followed to it, or until it waits for a word. `after` leaves out events already seen.
 */
export const ask = (session: SshSession, question: Question, onEvent: OnEvent): Promise<TransactionState> =>
  converse(session, { mode: "ask", input: [encodeOptions(askOptions(question))] }, onEvent);

const askOptions = ({ transactionId, resume, after, word }: Question): Options => [
  ["id", transactionId],
  ["resume", resume ? "yes" : "no"],
  ["after", after ?? 0],
  ["word", word ?? ""],
];

/** Listens until the node has told how the transaction stands. */
async function converse(
  session: SshSession,
  what: Pick<Call, "mode" | "input">,
  onEvent: OnEvent,
): Promise<TransactionState> {
  const { last, onWords, rethrow } = tracePhase(onEvent, "check");
  const states: TransactionState[] = [];
  await callProgram(session, {
    ...what,
    limits,
    onAnswer: (answer) => {
      if (answer.kind === "event") onWords(answer.words);
      if (answer.kind === "report") states.push({ state: "done", report: toReport(answer.words) });
      if (answer.kind === "state") states.push(toState(answer.words));
    },
  }).catch((error: unknown) => (states.length > 0 ? undefined : rethrow(error)));
  const [state] = states;
  if (state) return state;
  if (what.mode === "ask") throw protocol("answer-cut");
  throw new SshFault("connection-lost", { phase: last.phase, reason: "stalled" });
}

function toState([word, phase]: readonly string[]): TransactionState {
  if (word === "running" || word === "stalled" || word === "waiting")
    return { state: word, phase: toPhase(phase) };
  return { state: "unknown" };
}
