"use client";
import { RefreshCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AllowedButton } from "@/components/ui/allowed-button";
import { useAnnounce } from "@/components/ui/announcer";
import { apiRequest, requestsAtOnce } from "@/lib/client/api";
import { toBatches } from "@/lib/domain/drift/batches";
import type { DriftState } from "@/lib/domain/drift/states";
import { inParallel } from "@/lib/domain/in-parallel";
import type { Named } from "@/lib/domain/named";
import { apis } from "@/lib/domain/paths";

type CheckButtonProps = { nodes: readonly Named[]; refusal: string | undefined; primary?: boolean };
type Answer = { checked: { nodeId: string; state: DriftState | null }[] };

/** Looks at nodes now, and shows the page anew when all are through. */
export function CheckButton({ nodes, refusal, primary = false }: CheckButtonProps) {
  const t = useTranslations("drift.check");
  const router = useRouter();
  const announce = useAnnounce();
  const [done, setDone] = useState<number | null>(null);
  const total = nodes.length;
  async function check() {
    let failures = 0;
    setDone(0);
    await inParallel(toBatches(nodes), requestsAtOnce, async (batch) => {
      const nodeIds = batch.map(({ id }) => id);
      const result = await apiRequest<Answer>("POST", apis.checkDrift(), { nodeIds });
      if (!result.ok) failures += batch.length;
      setDone((last) => (last ?? 0) + batch.length);
    });
    setDone(null);
    announce(failures > 0 ? t("failed", { count: failures }) : t("finished", { count: total }));
    router.refresh();
  }
  return (
    <AllowedButton
      size={primary ? "md" : "sm"}
      icon={<RefreshCw size={14} aria-hidden />}
      pending={done !== null}
      refusal={refusal}
      onClick={() => void check()}
    >
      {done === null ? t(primary ? "all" : "again", { count: total }) : t("running", { done, total })}
    </AllowedButton>
  );
}
