"use client";
import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Skeleton } from "@/components/ui/skeleton";
import { holdingLines } from "@/lib/domain/credentials/stored";
import { HoldingList } from "./holding-list";
import { useUsage } from "./use-usage";

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
