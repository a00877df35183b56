"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Skeleton } from "@/components/ui/skeleton";
import { apiRequest } from "@/lib/client/api";
import { holdingLines, type StoredUsage } from "@/lib/domain/credentials/stored";
import { HoldingList } from "./holding-list";

type Asked = { version: number; usage: StoredUsage };
type Answer = { state: "asking" } | { state: "failed" } | { state: "known"; stored: Asked };

function useUsage(path: string): Answer {
  const [answer, setAnswer] = useState<Answer>({ state: "asking" });
  useEffect(() => {
    const control = new AbortController();
    void apiRequest<Asked>("GET", { path, signal: control.signal }).then((result) => {
      if (control.signal.aborted) return;
      setAnswer(result.ok ? { state: "known", stored: result.value } : { state: "failed" });
    });
    return () => control.abort();
  }, [path]);
  return answer;
}

/** What a new version does to nodes, before it is made: `path` is where the stored thing is told about. */
export function RotationImpact({ path }: { path: string }) {
  const t = useTranslations("credentials.detail");
  const answer = useUsage(path);
  if (answer.state === "asking") return <Skeleton className="h-12 w-full" />;
  if (answer.state === "failed") return <Banner kind="warn">{t("impactUnknown")}</Banner>;
  const { version, usage } = answer.stored;
  const count = usage.holdings.length;
  const next = { version: version + 1 };
  if (count === 0) return <Banner kind="info">{t("impactNone", next)}</Banner>;
  return (
    <Banner kind="warn" title={t("impact", { count })}>
      <p className="mb-2">{t("impactText", next)}</p>
      <div className="max-h-48 overflow-y-auto">
        <HoldingList lines={holdingLines(usage.holdings)} />
      </div>
    </Banner>
  );
}
