"use client";
import { RefreshCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AllowedButton } from "@/components/ui/allowed-button";
import { useAnnounce } from "@/components/ui/announcer";
import { apiRequest, requestsAtOnce } from "@/lib/client/api";
import type { DriftState } from "@/lib/domain/drift/states";
import { inParallel } from "@/lib/domain/in-parallel";
import type { Named } from "@/lib/domain/named";
import { apis } from "@/lib/domain/paths";

type CheckButtonProps = { nodes: readonly Named[]; refusal: string | undefined; primary?: boolean };
type Answer = { checked: { nodeId: string; state: DriftState | null }[] };

/** Looks at nodes now, some at a time, and shows the page anew when all are through. */
export function CheckButton({ nodes, refusal, primary = false }: CheckButtonProps) {
  const t = useTranslations("drift.check");
  const router = useRouter();
  const announce = useAnnounce();
  const [done, setDone] = useState<number | null>(null);
  const total = nodes.length;
  async function check() {
    const failures: string[] = [];
    setDone(0);
    await inParallel(nodes, requestsAtOnce, async ({ id, name }) => {
      const result = await apiRequest<Answer>("POST", apis.checkDrift(), { nodeIds: [id] });
      if (!result.ok) failures.push(name);
      setDone((last) => (last ?? 0) + 1);
    });
    setDone(null);
    announce(failures.length > 0 ? t("failed", { count: failures.length }) : t("finished", { count: total }));
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
