import "server-only";
import type { Fault, Outcome, Phase } from "@/lib/domain/pushes/outcomes";
import type { NodeDiff } from "@/lib/domain/pushes/views";
import { appendEvent } from "./events";
import type { Texts } from "./hide-secrets";
import { hand } from "./scribe";

export type NodeEnd = {
  outcome: Outcome;
  fault: { code: Fault; params: Readonly<Record<string, string>> } | null;
  evidence: Readonly<Record<string, string>>;
};

/** The record of one node in a push: every change is a row update and an event, written in the order of the calls. */
export type NodeRecord = {
  /** That the node is being worked on; `at` is when that began. */
  start(at: Date, code: string): Promise<void>;
  event(phase: Phase, code: string, params?: Record<string, string>): Promise<void>;
  diff(diff: NodeDiff): Promise<void>;
  end(end: NodeEnd): Promise<void>;
};

type Hide = (texts: Texts) => Record<string, string>;

/** `hide` is asked for every text before it is kept. */
export function openNodeRecord(
  pushId: string,
  pushNodeId: string,
  hide: Hide = (texts) => ({ ...texts }),
): NodeRecord {
  let phase: Phase | null = null;
  const add = (
    next: Phase,
    { code, params }: { code: string; params?: Record<string, string> },
    at?: Date,
  ) => {
    const columns = { ...(next !== phase && { phase: next }), ...(at && { startedAt: at }) };
    phase = next;
    const line = { pushId, pushNodeId, phase: next, code };
    return appendEvent({ ...line, ...(params ? { params: hide(params) } : {}) }, columns);
  };
  return {
    start: (at, code) => add("connect", { code }, at),
    event: (next, code, params) => add(next, { code, ...(params && { params }) }),
    diff: (diff) => hand({ node: { id: pushNodeId, set: { diff: JSON.stringify(diff) } } }),
    end: (end) => writeEnd({ pushId, pushNodeId, hide }, end),
  };
}

type Place = { pushId: string; pushNodeId: string; hide: Hide };

/** Only an open node can end, so a late second writer changes nothing: exactly one outcome. */
function writeEnd({ pushId, pushNodeId, hide }: Place, { outcome, fault, evidence }: NodeEnd): Promise<void> {
  const params = { outcome, ...(fault ? { fault: fault.code } : {}) };
  return appendEvent(
    { pushId, pushNodeId, phase: "done", code: "node-ended", params },
    {
      phase: "done",
      outcome,
      ...(fault && { fault: fault.code, faultParams: JSON.stringify(hide(fault.params)) }),
      evidence: JSON.stringify(hide(evidence)),
      finishedAt: new Date(),
    },
  );
}
