"use client";

import { useTranslations } from "next-intl";
import { Skeleton } from "@/components/ui/skeleton";

/** In place of the results while the file is fetched, or what works them out. */
export function OutcomeLoading({ number }: { number: number }) {
  const t = useTranslations("simulator.source");
  return (
    <div
      role="status"
      aria-busy="true"
      className="min-h-64 animate-late space-y-4 rounded-lg border border-line p-4"
    >
      <span className="sr-only">{t("loading", { number })}</span>
      <Skeleton className="w-1/4" />
      <Skeleton className="w-2/3" />
      <Skeleton className="w-1/2" />
    </div>
  );
}
