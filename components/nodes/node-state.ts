import type { Status } from "@/components/ui/status";
import type { NodeFault, NodeView } from "@/lib/domain/nodes/views";
import type { Fault } from "@/lib/domain/pushes/outcomes";

type Looked = Pick<NodeView, "check" | "hostKey">;

export const nodeStates = ["reachable", "unreachable", "notChecked"] as const;
export type NodeState = (typeof nodeStates)[number];

/** Faults that the card of the host key deals with. */
export const isAboutTrust = (fault: NodeFault | null): boolean =>
  fault?.code === "host-key-unknown" || fault?.code === "host-key-changed";

/** What the last look failed with. A fault about the host key ends when a person trusts a key after it. */
export function currentFault({ check, hostKey }: Looked): NodeFault | null {
  if (!check?.fault) return null;
  const settled = isAboutTrust(check.fault) && hostKey !== null && hostKey.trustedAt > check.checkedAt;
  return settled ? null : check.fault;
}

/** Whether the node answered when it was last looked at. Not looked at is a state of its own. */
export function stateOf(node: Looked): NodeState {
  const fault = currentFault(node);
  if (fault && fault.code !== "host-key-unknown") return "unreachable";
  return node.check && !node.check.fault ? "reachable" : "notChecked";
}

/** Its host key is trusted, and nobody has looked at it since: a test comes next. */
export const waitsForTest = (node: Looked): boolean =>
  node.hostKey !== null && node.check?.facts == null && currentFault(node) === null;

const faultLooks: Partial<Record<Fault, Status>> = {
  unreachable: "unreachable",
  "connection-refused": "unreachable",
  "connection-lost": "unreachable",
  "host-key-changed": "rollbackFailed",
};

/** The shape and colour of a node's state; the words come from the catalogue. */
export function lookOf(node: Looked): Status {
  const state = stateOf(node);
  if (state === "reachable") return "succeeded";
  if (state === "notChecked") return "notChecked";
  const fault = currentFault(node);
  return (fault && faultLooks[fault.code]) ?? "failed";
}

/** Where a node is reached; the usual port is left out. */
export function addressOf({ host, port }: { host: string; port: number }): string {
  if (port === 22) return host;
  return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}
