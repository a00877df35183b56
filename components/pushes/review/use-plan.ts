"use client";
import { useState } from "react";
import { defaultPushOptions, type PushOptions } from "@/lib/domain/pushes/options";
import { canTakePart, isBlockedByFile, type PushReview, type ReviewedNode } from "@/lib/domain/pushes/review";
import type { Rollback } from "@/lib/domain/pushes/rollback";

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
  /** Servers of small clusters among the chosen nodes: their outage must be agreed to. */
  outage: string[];
  /** The push that is taken back; null for one that goes on. */
  rollback: Rollback | null;
  /** Whether the group shall want this revision from now on. */
  hold: boolean;
  setHold: (hold: boolean) => void;
};

/** What will be pushed where and how: everything is answered from the start and can be changed. */
export function usePlan(review: PushReview, rollback: Rollback | null): Plan {
  const [left, setLeft] = useState<ReadonlySet<string>>(() => new Set(leftOut(review, rollback)));
  const [hold, setHold] = useState(rollback?.single !== true);
  const [overwriteAgreed, agreeToOverwrite] = useState(false);
  const [options, setOptions] = useState<PushOptions>({ ...defaultPushOptions, ...review.defaults });
  const isChosen = (node: ReviewedNode) => canTakePart(review, node) && !left.has(node.nodeId);
  const chosen = review.nodes.filter(isChosen);
  const restarts = options.writeOnly ? [] : review.outage.flatMap(({ nodes }) => nodes);
  return {
    options,
    setOption: (key, value) => setOptions((last) => ({ ...last, [key]: value })),
    isChosen,
    choose: (node, wanted) =>
      setLeft((last) => {
        const next = new Set(last);
        if (wanted) next.delete(node.nodeId);
        else next.add(node.nodeId);
        return next;
      }),
    chosen,
    open: review.nodes.filter((node) => canTakePart(review, node)).length,
    blockedByFile: review.nodes.filter((node) => isBlockedByFile(review, node)).length,
    foreign: chosen.filter(({ foreign }) => foreign !== null),
    overwriteAgreed,
    agreeToOverwrite,
    outage: restarts.filter((name) => chosen.some((node) => node.name === name)),
    rollback,
    hold,
    setHold,
  };
}

/** A rollback begins with what was changed; a push with everybody. */
const leftOut = ({ nodes }: PushReview, rollback: Rollback | null): string[] =>
  nodes.flatMap(({ nodeId }) => (rollback?.nodeIds.includes(nodeId) === false ? [nodeId] : []));

export type Blocker = "nobody" | "overwrite" | "outage";

/** What must be chosen or agreed to before the push can start; the first of several. */
export function blockerOf({ chosen, foreign, overwriteAgreed, outage, options }: Plan): Blocker | null {
  if (chosen.length === 0) return "nobody";
  if (foreign.length > 0 && !overwriteAgreed) return "overwrite";
  return outage.length > 0 && !options.outageAccepted ? "outage" : null;
}
