import "server-only";
import type { PushOptions } from "@/lib/domain/pushes/options";
import type { PushTaskRow } from "@/lib/server/db/rows";
import type { HeldLeases } from "@/lib/server/jobs/leases";
import type { NodeRecord } from "./node-record";
import type { Relay } from "./relay";
import type { Wanted } from "./wanted";

/** One node of a push that is to be brought to its outcome. */
export type NodeRun = {
  row: PushTaskRow;
  wanted: Wanted;
  options: PushOptions;
  signal: AbortSignal;
  /** Throws as soon as another process runs this push. */
  confirm: () => Promise<void>;
};

/** The same with its leases held and its record open. */
export type Attempt = NodeRun & {
  nodeId: string;
  record: NodeRecord;
  relay: Relay;
  held: HeldLeases;
  /** Whether the node may have got the order to write: from then on it is asked, never ordered again. */
  mayHaveBegun: () => boolean;
  markBegun: () => void;
};
