import "server-only";
import type { NodeFacts } from "@/lib/domain/nodes/facts";
import type { Fault } from "@/lib/domain/pushes/outcomes";
import { isClusterKnown, proposeCluster } from "@/lib/server/clusters/propose-cluster";
import { db } from "@/lib/server/db/client";
import { probeWithTemplates } from "@/lib/server/node-program/run";
import type { HeldTemplate } from "@/lib/server/node-program/templates";
import { keyedDigest } from "@/lib/server/secrets/vault";
import { SshFault } from "@/lib/server/ssh/fault";
import { type SshSession, withSession } from "@/lib/server/ssh/session";
import { getTargetWithSecrets } from "./target";

/** The SHA-256 of a file as it may be kept: keyed, since the file holds secrets. */
export const fileDigestOf = (sha256: string): string => keyedDigest(sha256, "registries-file");

/** Digest of a node's file as it may be kept. Null where there is no file. */
export const fileDigest = (facts: NodeFacts): string | null =>
  facts.registries.sha256 === null ? null : fileDigestOf(facts.registries.sha256);

/** Facts as they may be kept. */
const withoutDigests = (facts: NodeFacts): NodeFacts => ({
  ...facts,
  registries: { ...facts.registries, sha256: null },
  ...(facts.templates && { templates: facts.templates.map(({ sha256: _, ...fact }) => fact) }),
});

/** Keeps what a look told. The raw digests of files stay out of the database. */
export async function storeFacts(nodeId: string, facts: NodeFacts): Promise<void> {
  const now = new Date();
  const row = {
    checkedAt: now,
    seenAt: now,
    fault: null,
    faultParams: null,
    distribution: facts.distribution,
    role: facts.role,
    unit: facts.unit,
    version: facts.runningVersion,
    installedVersion: facts.installedVersion,
    privilege: facts.privilege,
    dataDir: facts.dataDir,
    registriesPath: facts.registriesPath,
    serverCa: facts.serverCa,
    fileDigest: fileDigest(facts),
    facts: JSON.stringify(withoutDigests(facts)),
  };
  const upsert = { where: { nodeId }, create: { nodeId, ...row }, update: row };
  // Mostly the cluster is the known one, and then nothing else changes.
  if (await isClusterKnown(nodeId, facts.serverCa)) return void (await db().nodeFacts.upsert(upsert));
  await db().$transaction(async (tx) => {
    await tx.nodeFacts.upsert(upsert);
    await proposeCluster(tx, nodeId, facts.serverCa);
  });
}

/** Keeps that a look failed and why; facts of an earlier look stay, with their own time. */
async function storeFault(nodeId: string, fault: SshFault): Promise<void> {
  const row = { checkedAt: new Date(), fault: fault.fault, faultParams: JSON.stringify(fault.params) };
  await db().nodeFacts.upsert({ where: { nodeId }, create: { nodeId, ...row }, update: row });
}

export type Look =
  | { ok: true; facts: NodeFacts }
  | { ok: false; fault: { code: Fault; params: Readonly<Record<string, string>> } };

type LookFurther = (session: SshSession, facts: NodeFacts, templates: HeldTemplate[]) => Promise<void>;

/**
 * Connects to a node, probes it, keeps the result and lets `then` use the same connection. A node that cannot be
 * reached is an answer, not an error; what `then` throws of that kind is one too. `paths` are looked for on the node.
 */
export async function lookAtNode(
  nodeId: string,
  then: LookFurther = async () => undefined,
  paths: string[] = [],
): Promise<Look> {
  const target = await getTargetWithSecrets(nodeId);
  try {
    const facts = await withSession(target, async (session) => {
      const seen = await probeWithTemplates(session, { paths });
      await then(session, seen.facts, seen.templates);
      return seen.facts;
    });
    await storeFacts(nodeId, facts);
    return { ok: true, facts };
  } catch (error) {
    if (!(error instanceof SshFault)) throw error;
    await storeFault(nodeId, error);
    return { ok: false, fault: { code: error.fault, params: error.params } };
  }
}
