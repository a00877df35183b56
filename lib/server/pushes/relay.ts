import "server-only";
import type { NodeEvent } from "@/lib/domain/nodes/report";
import { db } from "@/lib/server/db/client";
import type { NodeRecord } from "./node-record";
import { readParams } from "./views";

/** Hands a node's events to its record in order and once, over however many connections they arrive. */
export type Relay = {
  onEvent: (event: NodeEvent) => void;
  /** Resolves when everything handed over so far is written. */
  settled: () => Promise<void>;
  /** Sequence of the newest event; the node is asked for those after it. */
  last: () => number;
};

/** The sequence of the newest event of a node that an earlier process wrote down; 0 when there is none. */
async function findLastSequence(pushNodeId: string): Promise<number> {
  const rows = await db().pushEvent.findMany({ where: { pushNodeId }, select: { params: true } });
  return Math.max(0, ...rows.map(({ params }) => Number(readParams(params)["sequence"] ?? 0)));
}

export async function openRelay(record: NodeRecord, pushNodeId: string): Promise<Relay> {
  let chain: Promise<void> = Promise.resolve();
  let last = await findLastSequence(pushNodeId);
  return {
    onEvent({ sequence, phase, code, params }) {
      if (sequence <= last) return;
      last = sequence;
      chain = chain.then(() => record.event(phase, code, { ...params, sequence: String(sequence) }));
    },
    settled: () => chain,
    last: () => last,
  };
}
