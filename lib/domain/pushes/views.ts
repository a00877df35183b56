import type { TemplateName } from "@/lib/domain/containerd-template/facts";
import type { DiffGap, DiffLine } from "@/lib/domain/diff/lines";
import type { PushOptions } from "./options";
import type { Fault, Outcome, Phase, PushStatus } from "./outcomes";

/** A push without its nodes, as lists and headers show it. Times are ISO 8601 in UTC. */
export type PushHeader = {
  id: string;
  number: number;
  status: PushStatus;
  group: { id: string | null; name: string };
  configuration: { id: string; name: string };
  revision: { id: string; number: number };
  startedByName: string;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  stopRequested: boolean;
  pauseRequested: boolean;
  /** Why nothing runs although nodes are left: a person paused it, or is to agree first. */
  gate: "paused" | "approval" | null;
  /** How often a person agreed so far. */
  approvals: number;
  options: PushOptions;
  /** Nodes by outcome; `open` counts those without one. */
  counts: Record<Outcome | "open", number>;
  total: number;
};

/** What a push does to one template of containerd, with what looks like a secret masked. */
export type TemplateDiff = {
  name: TemplateName;
  action: "write" | "remove";
  /** Empty where the only difference is in what is masked. */
  lines: (DiffLine | DiffGap)[];
  cut: number;
  /** The one on the node is no text, or too large to be shown. */
  unreadable: boolean;
};

/** What a push changes on a node: file and templates with secrets masked, and certificate files by path only. */
export type NodeDiff = {
  /** The changes with a few lines around each; empty when nothing differs. */
  lines: (DiffLine | DiffGap)[];
  /** Changed lines that were too many to keep. */
  cut: number;
  /** Certificate files that are delivered with the file. */
  files: string[];
  /** Templates that change; missing in records of pushes before there were any. */
  templates?: TemplateDiff[];
  /** Why no line can be shown: the node's file is not YAML that K3s reads, so nothing in it can be told from a secret. */
  unreadable: boolean;
};

export type PushNodeView = {
  id: string;
  nodeId: string | null;
  name: string;
  address: string;
  role: "server" | "agent" | null;
  phase: Phase;
  outcome: Outcome | null;
  fault: { code: Fault; params: Record<string, string> } | null;
  evidence: Record<string, string>;
  startedAt: string | null;
  finishedAt: string | null;
  /** That a person took care of what the push could not take back. */
  handled: { at: string; byName: string; reason: string } | null;
};

/** A node of a push, for pages that lead to it. */
export type PushedNode = { id: string; name: string; push: { id: string; number: number } };

export type PushEventView = {
  id: number;
  at: string;
  pushNodeId: string | null;
  phase: Phase | null;
  code: string;
  params: Record<string, string>;
};

export type PushView = PushHeader & {
  /** The push of which this one repeats what did not end well. */
  retryOf: { id: string; number: number } | null;
  /** The push that this one takes back. */
  rollbackOf: { id: string; number: number } | null;
  /** The revision that the group was last pushed before this one, to roll back to. */
  before: { id: string; number: number } | null;
  /** By the id of a node that could not be taken back, the later push that brought it right. */
  mended: Record<string, { id: string; number: number }>;
  nodes: PushNodeView[];
  lastEventId: number;
};

/** One message of the live stream: what is new since the message before, and how the touched things stand now. */
export type PushMessage = { push: PushHeader; nodes: PushNodeView[]; events: PushEventView[] };
