import { type NewPushQuery, pages } from "@/lib/domain/paths";
import type { Fault } from "./outcomes";
import type { VerifyDepth } from "./verify-depth";
import type { PushHeader, PushNodeView } from "./views";
import { comeUpSeconds } from "./waits";

/** What a card offers, each with its words in the catalogue. */
export const faultActions = [
  "retry",
  "test",
  "address",
  "login",
  "sudo",
  "trust",
  "compare-keys",
  "public-line",
  "sudoers",
  "jump",
  "review",
  "leave-out",
  "more-time",
  "less-proof",
  "editor",
  "templates",
  "node-templates",
  "certificates",
  "credentials",
  "system-check",
  "adopt",
  "simulate",
  "other-push",
  "servers",
  "log",
  "handled",
] as const;
export type FaultAction = (typeof faultActions)[number];

/** How much less is asked to be proven, where that is a way on. */
const lesserDepth: Partial<Record<Fault, VerifyDepth>> = {
  "not-ready": "generated",
  "not-generated": "service",
  "test-pull-failed": "ready",
};

export type CardPush = Pick<
  PushHeader,
  "id" | "configuration" | "revision" | "group" | "finishedAt" | "options" | "total"
>;
export type CardNode = Pick<PushNodeView, "nodeId" | "outcome" | "fault" | "evidence" | "handled">;

/** Twice the time that was given, or twice ten minutes where it was left to the node, within what can be asked for. */
const moreSeconds = ({ startSeconds }: CardPush["options"]): number =>
  Math.min(comeUpSeconds.most, (startSeconds ?? 600) * 2);

type Link = (node: CardNode, push: CardPush) => string | null;

/** A review of the same revision anew; there is none where group or node is gone. */
const anew =
  (queryOf: (node: CardNode & { nodeId: string }, push: CardPush) => NewPushQuery): Link =>
  (node, push) => {
    const { nodeId } = node;
    if (push.group.id === null || nodeId === null) return null;
    return pages.newPush(push.group.id, { rev: push.revision.number, ...queryOf({ ...node, nodeId }, push) });
  };

const nodePage: Link = ({ nodeId }) => nodeId && pages.node(nodeId);
const nodeForm: Link = ({ nodeId }) => nodeId && pages.node(nodeId, { edit: "1" });

const leaveOut = anew(({ nodeId }) => ({ without: nodeId }));

const simulate: Link = ({ nodeId, evidence }, { configuration, revision }) => {
  const { image } = evidence;
  if (!image) return null;
  return pages.simulate({
    image,
    config: configuration.id,
    rev: revision.number,
    ...(nodeId && { node: nodeId }),
  });
};

const links: Partial<Record<FaultAction, Link>> = {
  address: nodeForm,
  login: nodeForm,
  sudo: nodeForm,
  trust: nodePage,
  "compare-keys": nodePage,
  "node-templates": nodePage,
  jump: () => pages.nodes(),
  servers: () => pages.nodes(),
  review: anew(({ nodeId }) => ({ only: nodeId })),
  "leave-out": (node, push) => (push.total > 1 ? leaveOut(node, push) : null),
  "more-time": anew(({ nodeId }, { options }) => ({ only: nodeId, wait: moreSeconds(options) })),
  "less-proof": anew(({ nodeId, fault }) => ({
    only: nodeId,
    depth: fault ? lesserDepth[fault.code] : undefined,
  })),
  editor: (_, { configuration }) => pages.configuration(configuration.id),
  templates: (_, { configuration }) => pages.configurationTemplates(configuration.id),
  certificates: () => pages.credentials("tls"),
  credentials: () => pages.credentials(),
  "system-check": () => pages.systemCheck(),
  adopt: ({ nodeId }, { configuration }) => nodeId && pages.importConfiguration(nodeId, configuration.id),
  simulate,
  "other-push": ({ fault }) => (fault?.params["push"] ? pages.push(fault.params["push"]) : null),
};

/** Where an action leads that is a page; null for one that is done in place, or that has no page here. */
export const linkOf = (action: FaultAction, node: CardNode, push: CardPush): string | null =>
  links[action]?.(node, push) ?? null;
