"use client";

import { useFaultWords } from "@/components/nodes/use-fault-words";
import type { AskingNode } from "@/lib/domain/registry-test/result";

/** Why a node could not be asked, and what to do. */
export function NodeFaultText({ node: { name, fault } }: { node: AskingNode }) {
  const words = useFaultWords();
  if (!fault) return null;
  const { headline, nextStep } = words(fault, name);
  return (
    <div className="space-y-1 text-sm">
      <p className="font-medium">{headline}</p>
      <p className="text-muted">{nextStep}</p>
    </div>
  );
}
