import "server-only";
import { createHash } from "node:crypto";
import type { NodeFacts } from "@/lib/domain/nodes/facts";
import { containerdFiles, isOwnFile } from "@/lib/domain/registries/containerd/files";
import { isSure } from "@/lib/domain/registries/containerd/remark";
import { decode } from "@/lib/domain/registries/decode";
import { parseVersion, toTarget } from "@/lib/domain/registries/target";
import { db } from "@/lib/server/db/client";
import type { GeneratedFile } from "@/lib/server/node-program/request";
import { targetOf, versionOf } from "./node-target";

export type Generated = { files: GeneratedFile[]; enforce: boolean };

/** What the node program reads of options has an end; a file of thousands of registries is judged by its first ones. */
const mostFiles = 500;

/** A path that fits an option as it is; others are odd enough not to be looked at. */
const isPlain = (path: string) => isOwnFile(path) && path.length <= 255 && /^[\x21-\x7e]+$/.test(path);

/** Everything that shapes the files was seen, and nothing that may shape them otherwise. */
function isWellKnown(facts: NodeFacts): boolean {
  const version = versionOf(facts);
  const known = version !== null && parseVersion(version) !== null;
  return known && facts.userTemplates.length === 0 && facts.unreadableConfig.length === 0;
}

/**
 * The hosts files K3s must write when it starts with this text, for the node to compare. Null where there are none to
 * expect. `embedded` tells of the embedded registry; its address depends on ports nobody looked at, so a file with it
 * is compared and never held against the node.
 */
export function predictGenerated(
  text: string,
  facts: NodeFacts,
  embedded: "on" | "off" | "unknown",
): Generated | null {
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
export async function findEmbedded(
  facts: NodeFacts,
  clusterId: string | null,
): Promise<"on" | "off" | "unknown"> {
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
