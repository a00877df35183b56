import * as z from "zod/mini";
import type { NodeFacts } from "@/lib/domain/nodes/facts";
import { idSchema } from "@/lib/domain/nodes/schema";
import { blocks, type PushFindings } from "./findings";
import { pushOptionsSchema } from "./options";
import type { Fault } from "./outcomes";
import { templateWarnings } from "./template-warnings";
import type { NodeDiff } from "./views";

const digestSchema = z.string().check(z.regex(/^(absent|[0-9a-f]{64})$/));

/** `revision` is the number of one of the group's configuration; left out, the newest. */
export const reviewPushSchema = z.strictObject({
  groupId: idSchema,
  revision: z.optional(z.int().check(z.minimum(1), z.maximum(1_000_000))),
});

/**
 * `reviewed` is the digest of the file that the diff was made against, "absent" where the node had none. `overwrite`
 * says that a person agreed to replace a file that Pullpath did not write.
 */
export const startPushSchema = z.strictObject({
  groupId: idSchema,
  revisionId: idSchema,
  wantedDigest: digestSchema,
  nodes: z
    .array(z.strictObject({ nodeId: idSchema, reviewed: digestSchema, overwrite: z.optional(z.boolean()) }))
    .check(z.minLength(1), z.maxLength(5000)),
  options: pushOptionsSchema,
  /** The push that this one takes back, for the record of both. */
  rollbackOf: z.optional(idSchema),
  /** The group goes on to want what it wanted: for a few nodes that are brought elsewhere on purpose. */
  keepWanted: z.optional(z.boolean()),
});
export type StartPush = z.infer<typeof startPushSchema>;

/** Things a person should know before the button; each has a sentence in the catalogue. None blocks. */
export const reviewWarnings = [
  "version-change",
  "template-hides",
  "template-stops",
  "template-logins",
  "user-template",
  "rancher-managed",
  "foreign-runtime",
  "look-alike",
  "not-ready",
  "pending-restart",
  "cluster-unconfirmed",
] as const;
export type ReviewWarning = (typeof reviewWarnings)[number];

/** How the review found one node: blocked by a fault, or with the change it would get. */
export type ReviewedNode = {
  nodeId: string;
  name: string;
  address: string;
  role: "server" | "agent" | null;
  cluster: string | null;
  /** The release that will read the file; null where nobody knows it. */
  version: string | null;
  fault: { code: Fault; params: Record<string, string> } | null;
  /** Null where there is a fault. */
  reviewed: string | null;
  change: "none" | "restart-only" | "layout-only" | "file" | null;
  /** Index into `diffs`; nodes with the same change share one. */
  diff: number | null;
  /** Index into `findings`, likewise; null where the node could not be looked at. */
  findings: number | null;
  /** The file there is not the one Pullpath last wrote, if it ever did; nobody may lose it unasked. Times are ISO 8601. */
  foreign: { writtenAt: string | null; changedAt: string | null } | null;
  warnings: { code: ReviewWarning; params: Record<string, string> }[];
};

export type PushReview = {
  group: { id: string; name: string };
  configuration: { id: string; name: string };
  revision: { id: string; number: number; message: string };
  wantedDigest: string;
  nodes: ReviewedNode[];
  diffs: NodeDiff[];
  findings: PushFindings[];
  /** Servers whose cluster has one or two servers: their API is away while they restart, which needs consent. */
  outage: { cluster: string | null; nodes: string[] }[];
  defaults: { width: number; stopAfter: number };
};

/** What the linter says of the file for a node of the review. */
export const findingsOf = ({ findings }: PushReview, node: ReviewedNode): PushFindings | null =>
  node.findings === null ? null : (findings[node.findings] ?? null);

/** Whether the file has errors for this node, so that nothing is pushed there. */
export function isBlockedByFile(review: PushReview, node: ReviewedNode): boolean {
  const found = findingsOf(review, node);
  return found !== null && blocks(found);
}

/** Whether a node can be chosen: it was looked at, nothing of it is at fault, and the file has no error for it. */
export const canTakePart = (review: PushReview, node: ReviewedNode): boolean =>
  node.fault === null && node.reviewed !== null && !isBlockedByFile(review, node);

/** What the facts of a node warn of. Pure, so that the table can be tested by itself. */
export function warningsOf(facts: NodeFacts): ReviewedNode["warnings"] {
  const warnings: ReviewedNode["warnings"] = [];
  const add = (code: ReviewWarning, params: Record<string, string> = {}) => warnings.push({ code, params });
  const { runningVersion, installedVersion } = facts;
  if (runningVersion && installedVersion && runningVersion !== installedVersion)
    add("version-change", { running: runningVersion, installed: installedVersion });
  warnings.push(...templateWarnings(facts));
  if (facts.rancherManaged) add("rancher-managed");
  if (facts.flags.foreignRuntime) add("foreign-runtime");
  if (facts.lookAlikes.length > 0) add("look-alike", { paths: facts.lookAlikes.join(", ") });
  if (facts.ready === false) add("not-ready");
  if (facts.pendingRestart === true) add("pending-restart");
  return warnings;
}
