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

type TestManyProps = {
  nodes: NodeView[];
  refusal: string | undefined;
  /** Whether there are authorities that may vouch for host keys that nobody trusts. */
  isVouchable: boolean;
};

type Run = { done: number; total: number };

/** Looks at several machines, some at a time. First contacts are left out where only a person can trust their keys. */
export function TestMany({ nodes, refusal, isVouchable }: TestManyProps) {
  const t = useTranslations("nodes.testMany");
  const router = useRouter();
  const announce = useAnnounce();
  const [run, setRun] = useState<Run>();
  const tested = nodes.filter(({ hostKey }) => hostKey !== null || isVouchable);
  async function test() {
    let reached = 0;
    setRun({ done: 0, total: tested.length });
    await inParallel(tested, requestsAtOnce, async ({ id }) => {
      const result = await apiRequest<NodeView>("POST", apis.testNode(id));
      if (result.ok && stateOf(result.value) === "reachable") reached += 1;
      setRun((last) => last && { ...last, done: last.done + 1 });
    });
    setRun(undefined);
    announce(t("finished", { reached, total: tested.length }));
    router.refresh();
  }
  return (
    <AllowedButton
      size="sm"
      pending={run !== undefined}
      refusal={refusal ?? (tested.length === 0 ? t("noneTrusted") : undefined)}
      onClick={() => void test()}
    >
      {run ? t("running", run) : t("button", { count: tested.length })}
    </AllowedButton>
  );
}
