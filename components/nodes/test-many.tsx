"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AllowedButton } from "@/components/ui/allowed-button";
import { useAnnounce } from "@/components/ui/announcer";
import { apiRequest, requestsAtOnce } from "@/lib/client/api";
import { inParallel } from "@/lib/domain/in-parallel";
import type { NodeView } from "@/lib/domain/nodes/views";
import { apis } from "@/lib/domain/paths";
import { stateOf } from "./node-state";

type TestManyProps = { nodes: NodeView[]; refusal: string | undefined };

type Run = { done: number; total: number };

/** Looks at several machines, some at a time. First contacts are left out: their keys are to be trusted first. */
export function TestMany({ nodes, refusal }: TestManyProps) {
  const t = useTranslations("nodes.testMany");
  const router = useRouter();
  const announce = useAnnounce();
  const [run, setRun] = useState<Run>();
  const trusted = nodes.filter(({ hostKey }) => hostKey !== null);
  async function test() {
    let reached = 0;
    setRun({ done: 0, total: trusted.length });
    await inParallel(trusted, requestsAtOnce, async ({ id }) => {
      const result = await apiRequest<NodeView>("POST", apis.testNode(id));
      if (result.ok && stateOf(result.value) === "reachable") reached += 1;
      setRun((last) => last && { ...last, done: last.done + 1 });
    });
    setRun(undefined);
    announce(t("finished", { reached, total: trusted.length }));
    router.refresh();
  }
  return (
    <AllowedButton
      size="sm"
      pending={run !== undefined}
      refusal={refusal ?? (trusted.length === 0 ? t("noneTrusted") : undefined)}
      onClick={() => void test()}
    >
      {run ? t("running", run) : t("button", { count: trusted.length })}
    </AllowedButton>
  );
}
