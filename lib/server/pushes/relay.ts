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
export async function findLastSequence({ id, pushId }: { id: string; pushId: string }): Promise<number> {
  const where = { pushId, pushNodeId: id };
  const rows = await db().pushEvent.findMany({ where, select: { params: true } });
  return Math.max(0, ...rows.map(({ params }) => Number(readParams(params)["sequence"] ?? 0)));
}

/** `from` is the sequence of the newest event that is written down already. */
export function openRelay(record: NodeRecord, from: number): Relay {
  let written: Promise<void> = Promise.resolve();
  let last = from;
  return {
    onEvent({ sequence, phase, code, params }) {
      if (sequence <= last) return;
      last = sequence;
      // The record keeps the order of the calls, so none waits for the one before.
      const event = record.event(phase, code, { ...params, sequence: String(sequence) });
      written = Promise.all([written, event]).then(() => undefined);
      written.catch(() => undefined);
    },
    settled: () => written,
    last: () => last,
  };
}
