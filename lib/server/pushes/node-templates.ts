import "server-only";
import { factsAfter, templatePath } from "@/lib/domain/containerd-template/after-push";
import type { TemplateName } from "@/lib/domain/containerd-template/facts";
import { isStopping } from "@/lib/domain/containerd-template/places";
import type { NodeFacts } from "@/lib/domain/nodes/facts";
import { type Held, readHeld, type TemplateDigests } from "@/lib/domain/pushes/held";
import type { Fault } from "@/lib/domain/pushes/outcomes";
import { planTemplates, type TemplateStep } from "@/lib/domain/pushes/template-plan";
import { turns } from "@/lib/server/jobs/turns";
import type { TemplateChange } from "@/lib/server/node-program/request";
import type { HeldTemplate } from "@/lib/server/node-program/templates";
import { fileDigest } from "@/lib/server/nodes/look-at-node";
import { keyedDigest } from "@/lib/server/secrets/vault";
import type { ChangedTemplate } from "./diff";
import { findLeft } from "./left";
import type { Wanted } from "./wanted";

/** The SHA-256 of a template as it may be kept: keyed, since one that somebody else wrote may hold a secret. */
const templateDigestOf = (sha256: string): string => keyedDigest(sha256, "containerd-template");

export const wantedTemplates = ({ templates }: Pick<Wanted, "templates">): TemplateDigests =>
  new Map(templates.map(({ name, sha256 }) => [name, templateDigestOf(sha256)]));

/** What a node that was just looked at holds. */
export const heldBy = (facts: NodeFacts): Held => ({
  file: fileDigest(facts) ?? "absent",
  templates: new Map(
    (facts.templates ?? []).flatMap(({ name, sha256 }) =>
      sha256 === undefined ? [] : [[name, templateDigestOf(sha256)] as const],
    ),
  ),
});

/** What a push does with the templates of a node that holds this. */
export async function planFor(nodeId: string, { templates }: Held, wanted: Wanted): Promise<TemplateStep[]> {
  if (templates.size === 0 && wanted.templates.length === 0) return [];
  const left = (await findLeft(nodeId))?.templates ?? new Map();
  return planTemplates({ present: templates, wanted: wantedTemplates(wanted), left });
}

/** The same for nodes as they were reviewed, by node. */
export async function planReviewed(
  nodes: readonly { nodeId: string; reviewed: string }[],
  wanted: Wanted,
): Promise<Map<string, TemplateStep[]>> {
  const plans = new Map<string, TemplateStep[]>();
  const turn = turns();
  for (const { nodeId, reviewed } of nodes) {
    await turn();
    plans.set(nodeId, await planFor(nodeId, readHeld(reviewed), wanted));
  }
  return plans;
}

type NodeFault = { code: Fault; params: Record<string, string> };

/** What keeps the templates of a push from a node: their place, or what K3s would make of them. `after` is after the push. */
export function templateFault(
  after: NodeFacts,
  steps: readonly TemplateStep[],
  wanted: Wanted,
): NodeFault | null {
  if (steps.length === 0) return null;
  if (!after.dataDir?.startsWith("/")) return { code: "not-writable", params: { path: after.dataDir ?? "" } };
  const paths = steps.map(({ name }) => templatePath(after, name));
  const odd = after.oddTemplates?.find((path) => paths.includes(path));
  if (odd !== undefined) return { code: "not-writable", params: { path: odd, reason: "not-a-file" } };
  const bad = after.templates?.find(
    (fact) => isStopping(fact) && wanted.templates.some(({ name }) => name === fact.name),
  );
  if (bad === undefined) return null;
  const { path, reason, line } = bad;
  const params = { path, reason: reason ?? "", line: line === null ? "" : String(line) };
  return { code: "template-stops", params };
}

/** The templates of an order to a node: what is compared, written and taken away there. */
export const toChanges = (
  steps: readonly TemplateStep[],
  wanted: Wanted,
  present: readonly HeldTemplate[],
): TemplateChange[] =>
  steps.map(({ name }) => {
    const goal = wanted.templates.find((template) => template.name === name);
    return {
      name,
      expected: present.find((template) => template.name === name)?.sha256 ?? "absent",
      bytes: goal?.bytes ?? null,
      sha256: goal?.sha256 ?? null,
    };
  });

/** The first template that is neither as it was reviewed nor as it is wanted. */
export function findChanged(facts: NodeFacts, reviewed: Held, wanted: Wanted): string | null {
  const { templates } = heldBy(facts);
  const goals = wantedTemplates(wanted);
  const names = [...new Set([...templates.keys(), ...reviewed.templates.keys()])];
  const changed = names.find((name) => {
    const there = templates.get(name);
    return there !== reviewed.templates.get(name) && (there === undefined || there !== goals.get(name));
  });
  return changed === undefined ? null : templatePath(facts, changed);
}

/**
 * The templates that a push changes on a node, with the texts that a look found there. What a link leads to may be
 * anything, such as a file that only root reads, so it is not shown.
 */
export function changedOn(
  steps: readonly TemplateStep[],
  { facts, templates }: { facts: NodeFacts; templates: readonly HeldTemplate[] },
): ChangedTemplate[] {
  const textOf = (name: TemplateName): string | null => {
    if (facts.oddTemplates?.includes(templatePath(facts, name))) return null;
    const file = templates.find((template) => template.name === name);
    return file === undefined ? "" : file.text;
  };
  return steps.flatMap(({ name, action }) =>
    action === "keep" ? [] : [{ name, action, before: textOf(name) }],
  );
}

/** The facts of a node after the push, judged by the texts of a look where there are some. */
export const afterPush = (
  facts: NodeFacts,
  {
    steps,
    wanted,
    present = [],
  }: { steps: readonly TemplateStep[]; wanted: Wanted; present?: HeldTemplate[] },
): NodeFacts => factsAfter(facts, { steps, wanted: wanted.templates }, present);
