import "server-only";
import { type NodeFacts, nodeFactsSchema } from "@/lib/domain/nodes/facts";
import { servedBy } from "@/lib/domain/pushes/served-by";
import { decode } from "@/lib/domain/registries/decode";
import { explain } from "@/lib/domain/registries/explain/explain";
import { maskUrl } from "@/lib/domain/registries/mask";
import { normalizeReference } from "@/lib/domain/registries/reference";
import { toTarget } from "@/lib/domain/registries/target";
import { db } from "@/lib/server/db/client";
import type { Attempt } from "./attempt";
import { findEmbedded } from "./generated";
import type { NodeEnd } from "./node-record";
import { targetOf } from "./node-target";

/** Three pulls of two minutes: one before the push, and two of which the second decides. */
export const longestPulls = 3 * 120;

/** The name that containerd gives an image, whatever its registry is called in short. */
export function wholeName(image: string | null): string | null {
  if (image === null) return null;
  const reference = normalizeReference(image);
  return "error" in reference ? null : reference.normalized;
}

/** What the last look told. */
async function findFacts(nodeId: string): Promise<NodeFacts | null> {
  const row = await db().nodeFacts.findUnique({ where: { nodeId }, select: { facts: true } });
  const read = nodeFactsSchema.safeParse(JSON.parse(row?.facts ?? "null"));
  return read.success ? read.data : null;
}

/**
 * Adds which endpoint served the test pull: the requests that containerd makes are known, and its log names the hosts
 * that failed. Nothing is added where the log cannot tell.
 */
export async function withServed(end: NodeEnd, { nodeId, row, wanted }: Attempt): Promise<NodeEnd> {
  const { pull, image, pullHosts = "" } = end.evidence;
  if (pull !== "yes" || image === undefined) return end;
  const decoded = decode(wanted.text);
  const facts = await findFacts(nodeId);
  if (!decoded.ok || facts === null) return end;
  const embedded = (await findEmbedded(facts, row.clusterId)) === "on";
  const target = toTarget(targetOf(facts, embedded));
  const told = explain({ decoded: decoded.result, image, target, assume: {} });
  const lists = [told.attempts, ...told.alternatives].map((list) => list.map(({ url }) => url));
  const served = servedBy(lists, pullHosts);
  if (served === null) return end;
  const [url = ""] = maskUrl(served.url, () => "").split("?");
  return { ...end, evidence: { ...end.evidence, [served.sure ? "servedBy" : "likelyServedBy"]: url } };
}
