"use client";
import { useTranslations } from "next-intl";
import { useFaultWords } from "@/components/nodes/use-fault-words";
import { deedFor, standingOf } from "@/lib/domain/pushes/fault-card";
import type { PushNodeView } from "@/lib/domain/pushes/views";
import { useNodeWords } from "../use-node-words";

export type FaultedNode = PushNodeView & {
  fault: NonNullable<PushNodeView["fault"]>;
  outcome: NonNullable<PushNodeView["outcome"]>;
};

export const isFaulted = (node: PushNodeView): node is FaultedNode =>
  node.fault !== null && node.outcome !== null;

/** The four parts of a card in words: what failed and why, how the node stands, what was done, what can be done. */
export function useCardWords() {
  const words = useFaultWords();
  const t = useTranslations("pushcards");
  const fault = useTranslations("faults");
  const wordOf = useNodeWords();
  return (node: FaultedNode, dryRun: boolean) => {
    const { headline, reason, state, nextStep } = words(node.fault, node.name);
    const standing = standingOf(node);
    const second = node.fault.params["second"] ?? "";
    return {
      headline,
      reason,
      state: standing === "told" ? state : t(`standings.${standing}`, { name: node.name }),
      deed: t(`deeds.${deedFor(node, dryRun)}`, {
        name: node.name,
        told: second === "" ? "no" : "yes",
        second: wordOf(second) ?? second,
      }),
      nextStep:
        node.outcome === "rollback-failed"
          ? fault("rollback-failed.nextStep", { name: node.name })
          : nextStep,
    };
  };
}
