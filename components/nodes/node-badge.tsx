"use client";
import { useTranslations } from "next-intl";
import { StatusBadge } from "@/components/ui/status-badge";
import type { NodeView } from "@/lib/domain/nodes/views";
import { currentFault, lookOf, stateOf } from "./node-state";

type NodeBadgeProps = { node: Pick<NodeView, "check" | "hostKey">; plain?: boolean };

/** Whether the node answered when it was last looked at, with the cause in a few words when it did not. */
export function NodeBadge({ node, plain = false }: NodeBadgeProps) {
  const t = useTranslations("nodes");
  const fault = currentFault(node);
  const key = fault ? `faultWords.${fault.code}` : `states.${stateOf(node)}`;
  return (
    <StatusBadge
      status={lookOf(node)}
      label={t(t.has(key) ? key : `states.${stateOf(node)}`)}
      plain={plain}
    />
  );
}
