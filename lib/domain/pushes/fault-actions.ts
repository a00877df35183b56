import { sudoersLine } from "@/lib/domain/nodes/sudoers";
import { type CardNode, type CardPush, type FaultAction, linkOf } from "./fault-links";
import type { Fault } from "./outcomes";

const reach = ["retry", "test", "address", "leave-out"] as const;
const worse = ["retry", "log", "leave-out"] as const;

/** The first is the one that is usually right. */
const offered: Record<Fault, readonly FaultAction[]> = {
  unreachable: reach,
  "connection-refused": reach,
  "login-refused": ["test", "login", "public-line", "retry", "leave-out"],
  "host-key-unknown": ["trust", "leave-out"],
  // Nothing here that goes on past it: another identity is looked at by a person on the page of the node.
  "host-key-changed": ["compare-keys", "leave-out"],
  "jump-failed": ["jump", "retry", "leave-out"],
  "not-root": ["sudo", "sudoers", "retry", "leave-out"],
  "sudo-password-wrong": ["sudo", "retry", "leave-out"],
  "sudo-needs-terminal": ["sudoers", "retry", "leave-out"],
  "service-not-found": ["test", "retry", "leave-out"],
  "service-ambiguous": ["test", "retry", "leave-out"],
  "not-covered": ["leave-out"],
  "disk-full": ["retry", "leave-out"],
  "read-only": ["retry", "leave-out"],
  "not-writable": ["retry", "leave-out"],
  "secret-unavailable": ["system-check", "credentials", "review"],
  "tls-path-missing": ["certificates", "retry", "leave-out"],
  "node-busy": ["retry", "other-push", "leave-out"],
  "file-changed": ["review", "adopt", "leave-out"],
  "findings-block": ["editor", "review", "leave-out"],
  "template-stops": ["templates", "review", "leave-out"],
  "connection-lost": ["retry", "test", "log"],
  "upload-broken": ["retry", "leave-out"],
  "restart-failed": worse,
  "not-active-in-time": ["more-time", ...worse],
  "unit-flapping": worse,
  "configuration-refused": ["editor", "log", "leave-out"],
  "containerd-down": ["more-time", ...worse],
  "not-ready": ["more-time", "less-proof", ...worse],
  "content-differs": ["adopt", ...worse],
  "not-generated": ["node-templates", "editor", "less-proof", "retry", "leave-out"],
  "not-confirmed": worse,
  "test-pull-failed": ["simulate", "less-proof", "retry", "leave-out"],
  "quorum-at-risk": ["servers", "retry", "leave-out"],
  "outage-not-agreed": ["review", "leave-out"],
  "upgrade-not-agreed": ["review", "leave-out"],
  "rollback-failed": ["retry", "log"],
  stopped: ["retry"],
  "stopped-after-failures": ["retry"],
  interrupted: ["retry", "test", "log"],
  protocol: ["test", "retry", "log"],
};

/** A machine that needs hands is told of first, whatever the cause was. */
const needsHands: readonly FaultAction[] = ["handled", "retry", "test", "log"];

/** What begins another push to the group, here or by a review: a lock of the group keeps from it. */
export const beginningActions: readonly FaultAction[] = [
  "retry",
  "review",
  "leave-out",
  "more-time",
  "less-proof",
];

/** What takes the right to push, which those have who may use nodes. */
export const pushActions: readonly FaultAction[] = [...beginningActions, "test", "handled"];

/** A rehearsal is not repeated node by node. */
const isRepeatable = ({ nodeId }: CardNode, { options }: CardPush): boolean =>
  nodeId !== null && !options.dryRun;

/** Whether it can be done now: a push that runs still has the node, and what was done is not offered again. */
function isOpen(action: FaultAction, node: CardNode, push: CardPush): boolean {
  const { nodeId, fault, handled } = node;
  switch (action) {
    case "retry":
      return push.finishedAt !== null && isRepeatable(node, push);
    case "test":
    case "public-line":
      return nodeId !== null;
    case "sudoers":
      return nodeId !== null && fault !== null && sudoersLine(fault) !== null;
    case "handled":
      return handled === null;
    case "log":
      return true;
    default:
      return linkOf(action, node, push) !== null;
  }
}

function waysOf({ fault, outcome }: CardNode): readonly FaultAction[] {
  if (fault === null) return [];
  const own = offered[fault.code];
  return outcome === "rollback-failed"
    ? [...needsHands, ...own.filter((each) => !needsHands.includes(each) && each !== "leave-out")]
    : own;
}

/** What can be done about a node that ended with a fault, the usual way first. */
export const actionsFor = (node: CardNode, push: CardPush): FaultAction[] =>
  waysOf(node).filter((action) => isOpen(action, node, push));

/** Whether a retry is a way on that only waits for the end of the push. */
export const isRetriedLater = (node: CardNode, push: CardPush): boolean =>
  push.finishedAt === null && isRepeatable(node, push) && waysOf(node).includes("retry");

/** Ways that a look leaves open which ended with a fault: those that are about the node, since no push has begun. */
export const preflightActions = (node: CardNode, push: CardPush): FaultAction[] =>
  actionsFor(node, push).filter((action) => action !== "log" && !pushActions.includes(action));
