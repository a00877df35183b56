import "server-only";
import type { Fault, Outcome, Phase } from "@/lib/domain/pushes/outcomes";
import type { NodeDiff } from "@/lib/domain/pushes/views";
import { db } from "@/lib/server/db/client";
import { appendEvent } from "./events";
import type { Texts } from "./hide-secrets";

export type NodeEnd = {
  outcome: Outcome;
  fault: { code: Fault; params: Readonly<Record<string, string>> } | null;
  evidence: Readonly<Record<string, string>>;
};

/** The record of one node in a push: every change is a row update and an event, written in the order of the calls. */
export type NodeRecord = {
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
  return {
    async event(next, code, params) {
      if (next !== phase) {
        await db().pushNode.update({ where: { id: pushNodeId }, data: { phase: next } });
        phase = next;
      }
      await appendEvent({
        pushId,
        pushNodeId,
        phase: next,
        code,
        ...(params ? { params: hide(params) } : {}),
      });
    },
    async diff(diff) {
      await db().pushNode.update({ where: { id: pushNodeId }, data: { diff: JSON.stringify(diff) } });
    },
    end: (end) => writeEnd({ pushId, pushNodeId, hide }, end),
  };
}

type Place = { pushId: string; pushNodeId: string; hide: Hide };

async function writeEnd({ pushId, pushNodeId, hide }: Place, { outcome, fault, evidence }: NodeEnd) {
  // Only an open node can end, so a late second writer changes nothing: exactly one outcome.
  const { count } = await db().pushNode.updateMany({
    where: { id: pushNodeId, outcome: null },
    data: {
      phase: "done",
      outcome,
      fault: fault?.code ?? null,
      faultParams: fault ? JSON.stringify(hide(fault.params)) : null,
      evidence: JSON.stringify(hide(evidence)),
      finishedAt: new Date(),
    },
  });
  if (count === 0) return;
  await appendEvent({
    pushId,
    pushNodeId,
    phase: "done",
    code: "node-ended",
    params: { outcome, ...(fault ? { fault: fault.code } : {}) },
  });
}
