"use client";
import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { holdingLines } from "@/lib/domain/credentials/stored";
import { HoldingList } from "./holding-list";
import { useUsage } from "./use-usage";

/** Nodes that go on holding what is about to be deleted. */
export function StillHeld({ path }: { path: string }) {
  const t = useTranslations("credentials.detail");
  const answer = useUsage(path);
  if (answer.state !== "known" || answer.stored.usage.holdings.length === 0) return null;
  const { holdings } = answer.stored.usage;
  return (
    <Banner kind="warn" title={t("stillHeld", { count: holdings.length })}>
      <div className="max-h-48 overflow-y-auto">
        <HoldingList lines={holdingLines(holdings)} />
      </div>
    </Banner>
  );
}
