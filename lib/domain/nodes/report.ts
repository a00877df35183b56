import type { Fault, Outcome, Phase } from "@/lib/domain/pushes/outcomes";

/** One step the node took. `sequence` counts from 1 within a transaction; `at` is the node's clock in epoch ms. */
export type NodeEvent = {
  sequence: number;
  at: number;
  phase: Phase;
  code: string;
  params: Record<string, string>;
};

/** How a transaction ended on the node, in its own words. Nothing here holds content of the file or its digest. */
export type NodeReport = {
  outcome: Outcome;
  fault: Fault | null;
  params: Record<string, string>;
  evidence: Record<string, string>;
};

/**
 * What a node knows of a transaction. `stalled`: its process died in the middle, and `resume` brings it to an end.
 * `waiting`: it is verified and waits to be confirmed.
 */
export type TransactionState =
  | { state: "unknown" }
  | { state: "running"; phase: Phase }
  | { state: "stalled"; phase: Phase }
  | { state: "waiting"; phase: Phase }
  | { state: "done"; report: NodeReport };
