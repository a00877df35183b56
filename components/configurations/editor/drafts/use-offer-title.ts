"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useTimeZone } from "@/components/ui/use-time-zone";
import type { Draft } from "@/lib/domain/configurations/draft";

/** When the work was kept and what it began from; the day only where it is not today. */
export function useOfferTitle({ savedAt, baseNumber }: Draft): string {
  const t = useTranslations("drafts");
  const format = useFormatter();
  const timeZone = useTimeZone();
  const day = (time: number) => format.dateTime(time, { dateStyle: "short", timeZone });
  const isToday = day(savedAt) === day(Date.now());
  const time = format.dateTime(savedAt, {
    ...(isToday ? {} : { dateStyle: "medium" }),
    timeStyle: "short",
    timeZone,
  });
  return baseNumber === 0 ? t("titleNew", { time }) : t("title", { time, number: baseNumber });
}
