import "server-only";
import { createHash } from "node:crypto";
import type { TemplateVerdict } from "@/lib/domain/containerd-template/facts";
import type { NodeFacts } from "@/lib/domain/nodes/facts";
import { containerdFiles, isOwnFile } from "@/lib/domain/registries/containerd/files";
import { isSure } from "@/lib/domain/registries/containerd/remark";
import { decode } from "@/lib/domain/registries/decode";
import { parseVersion, toTarget } from "@/lib/domain/registries/target";
import { db } from "@/lib/server/db/client";
import type { GeneratedFile } from "@/lib/server/node-program/request";
import { targetOf, versionOf } from "./node-target";

/** What is known of the embedded registry of a node. */
export type Embedded = "on" | "off" | "unknown";

type Pushed = { text: string };

export type Generated = { files: GeneratedFile[]; enforce: boolean };

/** What the node program reads of options has an end; a file of thousands of registries is judged by its first ones. */
const mostFiles = 500;

/** A path that fits an option as it is; others are odd enough not to be looked at. */
const isPlain = (path: string) => isOwnFile(path) && path.length <= 255 && /^[\x21-\x7e]+$/.test(path);

/** Templates with which what K3s writes of registries takes effect, or that it does not read. */
const harmless: readonly TemplateVerdict[] = ["extends", "keeps", "unread"];

/** Files that nobody judges, such as drop-ins, may do anything. */
const areHarmless = ({ userTemplates, templates = [] }: NodeFacts): boolean =>
  userTemplates.every((path) =>
    templates.some((fact) => fact.path === path && harmless.includes(fact.verdict)),
  );

/** Everything that shapes the files was seen, and nothing that may shape them otherwise. */
function isWellKnown(facts: NodeFacts): boolean {
  const version = versionOf(facts);
  const known = version !== null && parseVersion(version) !== null;
  return known && areHarmless(facts) && facts.unreadableConfig.length === 0;
}

/**
 * The hosts files K3s must write when it starts with this text, for the node to compare. `facts` are as they will be
 * after the push. Null where there are none to expect. `embedded` tells of the embedded registry; its address depends
 * on ports nobody looked at, so a file with it is compared and never held against the node.
 */
export function predictGenerated(text: string, facts: NodeFacts, embedded: Embedded): Generated | null {
  const decoded = decode(text);
  if (facts.distribution === null || facts.flags.foreignRuntime || !decoded.ok) return null;
  const target = toTarget(targetOf(facts, embedded === "on"));
  if (target.version.old) return null;
  const { files, remarks } = containerdFiles(decoded.result, target);
  const expected = Object.entries(files)
    .filter(([path]) => isPlain(path))
    .slice(0, mostFiles)
    .map(([path, file]) => ({ path, sha256: createHash("sha256").update(file).digest("hex") }));
  if (expected.length === 0) return null;
  return { files: expected, enforce: embedded === "off" && isWellKnown(facts) && isSure(remarks) };
}

const flagOf = (facts: string | null): boolean | null => {
  const read = facts === null ? null : (JSON.parse(facts) as Partial<NodeFacts>);
  return read?.flags?.embeddedRegistry ?? null;
};

/** Servers say it by their own flag; agents learn it from them, so it is known only where all of them were looked at. */
export async function findEmbedded(facts: NodeFacts, clusterId: string | null): Promise<Embedded> {
  if (facts.role === "server" || facts.flags.embeddedRegistry)
    return facts.flags.embeddedRegistry ? "on" : "off";
  if (clusterId === null) return "unknown";
  const servers = await db().node.findMany({
    where: { clusterId, clusterConfirmed: true, facts: { role: "server" } },
    include: { facts: true },
  });
  const flags = servers.map(({ facts: known }) => flagOf(known?.facts ?? null));
  if (flags.includes(true)) return "on";
  return flags.length === 0 || flags.includes(null) ? "unknown" : "off";
}

/** Predictions for a file that is pushed, by all that shapes them. Kept as long as that file: many nodes are alike. */
const predicted = new WeakMap<Pushed, Map<string, Generated | null>>();

/** The same for one of many nodes. */
export function predictOnce(wanted: Pushed, facts: NodeFacts, embedded: Embedded): Generated | null {
  const known = predicted.get(wanted) ?? new Map<string, Generated | null>();
  predicted.set(wanted, known);
  const key = JSON.stringify([
    facts.distribution,
    targetOf(facts, embedded === "on"),
    facts.flags,
    isWellKnown(facts),
    embedded,
  ]);
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = predictGenerated(wanted.text, facts, embedded);
  known.set(key, made);
  return made;
}

/** How long many agents are told the same of their cluster: a server that is looked at meanwhile may tell otherwise. */
const keptMs = 10_000;
const told = new WeakMap<Pushed, Map<string, { at: number; embedded: Promise<Embedded> }>>();

/** `findEmbedded` for one of many nodes of a push. */
export function findEmbeddedOnce(
  wanted: Pushed,
  facts: NodeFacts,
  clusterId: string | null,
): Promise<Embedded> {
  if (facts.role === "server" || facts.flags.embeddedRegistry || clusterId === null)
    return findEmbedded(facts, clusterId);
  const known = told.get(wanted) ?? new Map();
  told.set(wanted, known);
  const last = known.get(clusterId);
  if (last && Date.now() - last.at < keptMs) return last.embedded;
  const embedded = findEmbedded(facts, clusterId);
  known.set(clusterId, { at: Date.now(), embedded });
  // A look that failed says nothing of the cluster: the next node asks again.
  embedded.catch(() => known.delete(clusterId));
  return embedded;
}
