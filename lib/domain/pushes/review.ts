import * as z from "zod/mini";
import type { TemplateName } from "@/lib/domain/containerd-template/facts";
import { mostClockSeconds } from "@/lib/domain/nodes/clock";
import type { NodeFacts } from "@/lib/domain/nodes/facts";
import type { RestartEffect } from "@/lib/domain/nodes/restart-effects";
import { idSchema } from "@/lib/domain/nodes/schema";
import { upgradeOf } from "@/lib/domain/nodes/upgrade";
import { blocks, type PushFindings } from "./findings";
import { heldPattern } from "./held";
import { type GroupOptions, lacksImage, pushOptionsSchema, waitsForNothing } from "./options";
import type { Fault } from "./outcomes";
import { templateWarnings } from "./template-warnings";
import type { NodeDiff } from "./views";

const digestSchema = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const heldSchema = z.string().check(z.regex(heldPattern));

/** `revision` is the number of one of the group's configuration; left out, the newest. */
export const reviewPushSchema = z.strictObject({
  groupId: idSchema,
  revision: z.optional(z.int().check(z.minimum(1), z.maximum(1_000_000))),
});

/**
 * `reviewed` is what the node held when the diff was made, as the review handed it out. `overwrite` says that a person
 * agreed to replace a file or a template that Pullpath did not write.
 */
export const startPushSchema = z.strictObject({
  groupId: idSchema,
  revisionId: idSchema,
  wantedDigest: digestSchema,
  nodes: z
    .array(z.strictObject({ nodeId: idSchema, reviewed: heldSchema, overwrite: z.optional(z.boolean()) }))
    .check(z.minLength(1), z.maxLength(5000)),
  options: pushOptionsSchema.check(
    z.refine((options) => !lacksImage(options), { error: "image-missing", path: ["testImage"] }),
    z.refine((options) => !waitsForNothing(options), { error: "confirm-idle", path: ["confirmSeconds"] }),
  ),
  /** The push that this one takes back, for the record of both. */
  rollbackOf: z.optional(idSchema),
  /** The group goes on to want what it wanted: for a few nodes that are brought elsewhere on purpose. */
  keepWanted: z.optional(z.boolean()),
  /** The name of the group as a person typed it, whichever of its nodes take part: asked for by a push all at once. */
  typedName: z.optional(z.string().check(z.maxLength(200))),
});
export type StartPush = z.infer<typeof startPushSchema>;

/**
 * Things a person should know before the button; each has a sentence in the catalogue. None blocks by
 * itself; `version-change` asks for consent where the service restarts.
 */
export const reviewWarnings = [
  "version-change",
  "template-hides",
  "template-stops",
  "template-logins",
  "template-unread",
  "user-template",
  "rancher-managed",
  "look-alike",
  "volatile",
  "snapshot-pending",
  "clock",
  "not-ready",
  "pending-restart",
  "cluster-unconfirmed",
  "same-host-key",
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
  change: "none" | "restart-only" | "layout-only" | "file" | "template" | "both" | null;
  /** What the push does to templates of containerd; each is in the diff, and must be read before the start. */
  templates: { name: TemplateName; action: "write" | "remove" }[];
  /** Index into `diffs`; nodes with the same change share one. */
  diff: number | null;
  /** Index into `findings`, likewise; null where the node could not be looked at. */
  findings: number | null;
  /**
   * The file or the named templates there are not what Pullpath last wrote, if it ever did; nobody may lose them
   * unasked. Times are ISO 8601.
   */
  foreign: {
    writtenAt: string | null;
    changedAt: string | null;
    file: boolean;
    templates: TemplateName[];
  } | null;
  warnings: { code: ReviewWarning; params: Record<string, string> }[];
  /** What its restart does besides; empty where nothing restarts. */
  effects: RestartEffect[];
  /** The proxy that its pulls go through, without a login. */
  proxy: string | null;
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
  defaults: GroupOptions;
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

const asText = (params: Record<string, number>): Record<string, string> =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]));

/** What the facts of a node warn of. Pure, so that the table can be tested by itself. */
export function warningsOf(facts: NodeFacts): ReviewedNode["warnings"] {
  const warnings: ReviewedNode["warnings"] = [];
  const add = (code: ReviewWarning, params: Record<string, string> = {}) => warnings.push({ code, params });
  const upgrade = upgradeOf(facts);
  if (upgrade) add("version-change", upgrade);
  warnings.push(...templateWarnings(facts));
  if (facts.rancherManaged) add("rancher-managed");
  if (facts.lookAlikes.length > 0) add("look-alike", { paths: facts.lookAlikes.join(", ") });
  if (facts.volatile) add("volatile");
  if (facts.nextSnapshot) add("snapshot-pending", asText(facts.nextSnapshot));
  const seconds = Math.round(Math.abs(facts.clockAhead ?? 0) / 1000);
  if (seconds >= mostClockSeconds) add("clock", { seconds: String(seconds) });
  if (facts.ready === false) add("not-ready");
  if (facts.pendingRestart === true) add("pending-restart");
  return warnings;
}
