import "server-only";
import { type CheckedState, holds, isDiffering, stateOfFault, stateOfLook } from "@/lib/domain/drift/states";
import type { NodeFacts } from "@/lib/domain/nodes/facts";
import type { TemplateStep } from "@/lib/domain/pushes/template-plan";
import type { NodeDiff } from "@/lib/domain/pushes/views";
import { templateNames } from "@/lib/domain/registries/target";
import { db } from "@/lib/server/db/client";
import { readRegistries } from "@/lib/server/node-program/run";
import { fileDigest, lookAtNode } from "@/lib/server/nodes/look-at-node";
import { diffWanted } from "@/lib/server/pushes/diff";
import { changedOn, heldBy } from "@/lib/server/pushes/node-templates";
import { namedBy, type Wanted } from "@/lib/server/pushes/wanted";
import { keyedDigest } from "@/lib/server/secrets/vault";
import { isBeingPushed, type Reference } from "./wanted";

type Found = {
  state: CheckedState;
  fileDigest: string | null;
  diff: NodeDiff | null;
  modifiedAt: Date | null;
  owner: string | null;
};

const nothing: Omit<Found, "state"> = { fileDigest: null, diff: null, modifiedAt: null, owner: null };

/** What a push would write again of the templates. */
const differingSteps = (facts: NodeFacts, { templates }: Wanted): TemplateStep[] =>
  templateNames.flatMap((name) => {
    const template = templates.find((each) => each.name === name);
    return template && !holds(facts, template) ? [{ name, action: "write", foreign: false }] : [];
  });

/** One digest of all the node holds in place of what is wanted; without templates it is the one of the file. */
function heldDigest(facts: NodeFacts, { templates }: Wanted): string | null {
  const file = fileDigest(facts);
  if (templates.length === 0) return file;
  const held = heldBy(facts).templates;
  const parts = templates.map(({ name }) => `${name} ${held.get(name) ?? "absent"}`);
  return keyedDigest([file ?? "absent", ...parts].join("\n"), "held-files");
}

/** The file is read, and its text made into a masked difference, only where its digest is another one. */
async function look(nodeId: string, wanted: Wanted): Promise<Found> {
  let diff: NodeDiff | null = null;
  const found = await lookAtNode(
    nodeId,
    async (session, facts, templates) => {
      if (!isDiffering(stateOfLook(facts, wanted))) return;
      const file = await readRegistries(session, facts);
      const text = file ? new TextDecoder().decode(file.bytes) : "";
      diff = diffWanted(text, wanted, changedOn(differingSteps(facts, wanted), { facts, templates }));
    },
    namedBy(wanted),
  );
  if (!found.ok) return { ...nothing, state: stateOfFault(found.fault.code) };
  return { ...ofFacts(found.facts, wanted), diff };
}

function ofFacts(facts: NodeFacts, wanted: Wanted): Omit<Found, "diff"> {
  const { modifiedAt, owner } = facts.registries;
  return {
    state: stateOfLook(facts, wanted),
    fileDigest: heldDigest(facts, wanted),
    modifiedAt: modifiedAt === null ? null : new Date(modifiedAt),
    owner,
  };
}

async function keep(nodeId: string, revisionId: string, found: Found): Promise<void> {
  const now = new Date();
  const last = await db().driftCheck.findUnique({ where: { nodeId } });
  const isSame =
    last?.state === found.state && last.fileDigest === found.fileDigest && last.revisionId === revisionId;
  const isUnanswered = found.state === "unreachable" || found.state === "identity-changed";
  const row = {
    revisionId,
    state: found.state,
    fileDigest: found.fileDigest,
    diff: found.diff && JSON.stringify(found.diff),
    modifiedAt: found.modifiedAt,
    owner: found.owner,
    checkedAt: now,
    since: isSame ? last.since : now,
    failures: isUnanswered ? (last?.failures ?? 0) + 1 : 0,
  };
  await db().driftCheck.upsert({ where: { nodeId }, create: { nodeId, ...row }, update: row });
}

/**
 * Looks at a node and keeps how it stands to what its group wants. Null when a push is on its way to it, before the
 * look or since: then nothing is kept, and the push tells how the node stands.
 */
export async function checkNode(
  nodeId: string,
  { revisionId, wanted }: Reference,
): Promise<CheckedState | null> {
  if (await isBeingPushed(nodeId)) return null;
  const found: Found = wanted ? await look(nodeId, wanted) : { ...nothing, state: "unjudged" };
  if (await isBeingPushed(nodeId)) return null;
  await keep(nodeId, revisionId, found);
  return found.state;
}
