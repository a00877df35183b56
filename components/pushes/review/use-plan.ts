"use client";
import { useState } from "react";
import { upgradeKey } from "@/lib/domain/nodes/upgrade";
import type { Asked } from "@/lib/domain/pushes/asked";
import { defaultPushOptions, lacksImage, type PushOptions } from "@/lib/domain/pushes/options";
import { canTakePart, isBlockedByFile, type PushReview, type ReviewedNode } from "@/lib/domain/pushes/review";
import type { Rollback } from "@/lib/domain/pushes/rollback";
import { isAllAtOnce, isNameTyped } from "@/lib/domain/pushes/strategy";

export type Plan = {
  options: PushOptions;
  setOption: <Key extends keyof PushOptions>(key: Key, value: PushOptions[Key]) => void;
  isChosen: (node: ReviewedNode) => boolean;
  choose: (node: ReviewedNode, chosen: boolean) => void;
  chosen: ReviewedNode[];
  /** Nodes that can be chosen. */
  open: number;
  /** Nodes the file has errors for. */
  blockedByFile: number;
  /** Chosen nodes whose file is somebody else's: that it is replaced must be agreed to. */
  foreign: ReviewedNode[];
  overwriteAgreed: boolean;
  agreeToOverwrite: (agreed: boolean) => void;
  /** Chosen nodes on which templates of containerd change: whoever starts the push has read how. */
  templates: ReviewedNode[];
  /** Chosen nodes whose restart also starts another release: that must be agreed to. */
  upgrades: ReviewedNode[];
  /** Servers of small clusters among the chosen nodes: their outage must be agreed to. */
  outage: string[];
  /** Chosen nodes that cannot take part in a push all at once. */
  notAtOnce: ReviewedNode[];
  /** What was typed as the name of the group; a push all at once asks for it. */
  typedName: string;
  typeName: (name: string) => void;
  isNamed: boolean;
  /** The push that is taken back; null for one that goes on. */
  rollback: Rollback | null;
  /** Whether the group shall want this revision from now on. */
  hold: boolean;
  setHold: (hold: boolean) => void;
};

const nothingAgreed = { outageAccepted: false, templatesAccepted: false, upgradesAccepted: [] };

/** The changes of release that a restart of these nodes would bring. */
export const upgradesOf = (nodes: readonly ReviewedNode[]): string[] => [
  ...new Set(
    nodes.flatMap(({ warnings }) =>
      warnings.flatMap(({ code, params: { running = "", installed = "" } }) =>
        code === "version-change" ? [upgradeKey({ running, installed })] : [],
      ),
    ),
  ),
];

/**
 * What will be pushed where and how: everything is answered from the start and can be changed. `asked` goes before what
 * the group keeps.
 */
export function usePlan(
  review: PushReview,
  { rollback, asked }: { rollback: Rollback | null; asked: Asked },
): Plan {
  const [left, setLeft] = useState<ReadonlySet<string>>(() => new Set(leftOut(review, rollback, asked)));
  const [hold, setHold] = useState(rollback?.single !== true);
  const [overwriteAgreed, agreeToOverwrite] = useState(false);
  const [typedName, typeName] = useState("");
  const [options, setOptions] = useState<PushOptions>({
    ...defaultPushOptions,
    ...review.defaults,
    ...asked.options,
  });
  const isChosen = (node: ReviewedNode) => canTakePart(review, node) && !left.has(node.nodeId);
  const chosen = review.nodes.filter(isChosen);
  const restarts = options.writeOnly ? [] : review.outage.flatMap(({ nodes }) => nodes);
  return {
    options,
    setOption: (key, value) => setOptions((last) => ({ ...last, [key]: value })),
    isChosen,
    choose: (node, wanted) => {
      // What was agreed to named other nodes.
      if (wanted) {
        agreeToOverwrite(false);
        setOptions((last) => ({ ...last, ...nothingAgreed }));
      }
      setLeft((last) => {
        const next = new Set(last);
        if (wanted) next.delete(node.nodeId);
        else next.add(node.nodeId);
        return next;
      });
    },
    chosen,
    open: review.nodes.filter((node) => canTakePart(review, node)).length,
    blockedByFile: review.nodes.filter((node) => isBlockedByFile(review, node)).length,
    foreign: chosen.filter(({ foreign }) => foreign !== null),
    overwriteAgreed,
    agreeToOverwrite,
    templates: chosen.filter(({ templates }) => templates.length > 0),
    upgrades: options.writeOnly ? [] : chosen.filter(isUpgraded),
    outage: restarts.filter((name) => chosen.some((node) => node.name === name)),
    notAtOnce: isAllAtOnce(options) ? chosen.filter(({ role }) => role !== "agent") : [],
    typedName,
    typeName,
    isNamed: !isAllAtOnce(options) || isNameTyped(typedName, review.group.name),
    rollback,
    hold,
    setHold,
  };
}

/** A rollback begins with what was changed; a push with everybody, or as the address asks. */
function leftOut({ nodes }: PushReview, rollback: Rollback | null, { only, without }: Asked): string[] {
  const isKnown = nodes.some(({ nodeId }) => nodeId === only);
  const takesPart = (id: string) =>
    rollback?.nodeIds.includes(id) !== false && id !== without && (!isKnown || id === only);
  return nodes.flatMap(({ nodeId }) => (takesPart(nodeId) ? [] : [nodeId]));
}

const isUpgraded = ({ change, warnings }: ReviewedNode): boolean =>
  change !== "none" && warnings.some(({ code }) => code === "version-change");

/** What a box is there for. */
export type Consent = "overwrite" | "templates" | "upgrade" | "outage";
export type Blocker = "nobody" | "servers" | "name" | "image" | Consent;

/** What must be chosen or agreed to before the push can start; the first of several. */
export function blockerOf(plan: Plan): Blocker | null {
  const { chosen, foreign, overwriteAgreed, templates, upgrades, outage, options } = plan;
  if (chosen.length === 0) return "nobody";
  if (plan.notAtOnce.length > 0) return "servers";
  if (!plan.isNamed) return "name";
  if (lacksImage(options)) return "image";
  if (foreign.length > 0 && !overwriteAgreed) return "overwrite";
  if (templates.length > 0 && !options.templatesAccepted) return "templates";
  if (upgradesOf(upgrades).some((key) => !options.upgradesAccepted.includes(key))) return "upgrade";
  return outage.length > 0 && !options.outageAccepted ? "outage" : null;
}
