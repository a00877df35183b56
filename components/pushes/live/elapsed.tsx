"use client";
import { useNow, useTranslations } from "next-intl";

/** Time from start to end, or until now while there is no end. */
export function Elapsed({ from, to }: { from: string; to: string | null }) {
  const t = useTranslations("pushes.live");
  const now = useNow(to === null ? { updateInterval: 1000 } : undefined);
  const end = to === null ? now.getTime() : Date.parse(to);
  const seconds = Math.max(0, Math.round((end - Date.parse(from)) / 1000));
  const minutes = Math.floor(seconds / 60);
  return (
    // Between the server's paint and the browser's a second may pass.
    <span className="tabular-nums" suppressHydrationWarning>
      {minutes > 0 ? t("minutes", { minutes, seconds: seconds % 60 }) : t("seconds", { seconds })}
    </span>
  );
}
