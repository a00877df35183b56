"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { AppLink } from "@/components/ui/app-link";
import { Spinner } from "@/components/ui/spinner";
import { apiRequest } from "@/lib/client/api";
import { apis, pages } from "@/lib/domain/paths";
import type { PushHeader } from "@/lib/domain/pushes/views";

/** How often is asked for running pushes, while the page is in sight. */
const askMs = 5_000;

/** Stands on every page while a push runs, and leads to it. */
export function RunningPill({ initial }: { initial: PushHeader[] }) {
  const t = useTranslations("pushes.pill");
  const [running, setRunning] = useState(initial);
  useEffect(() => {
    const ask = async () => {
      if (document.hidden) return;
      const result = await apiRequest<PushHeader[]>("GET", apis.runningPushes());
      if (result.ok) setRunning(result.value);
    };
    const timer = setInterval(() => void ask(), askMs);
    return () => clearInterval(timer);
  }, []);
  if (running.length === 0) return null;
  return (
    <nav aria-label={t("label")} className="flex flex-wrap gap-2">
      {running.map(({ id, number, counts, total }) => (
        <AppLink
          key={id}
          href={pages.push(id)}
          className="inline-flex min-h-7 items-center gap-2 rounded-full bg-info-tint px-3 text-info text-sm tabular-nums pointer-coarse:min-h-11"
        >
          <Spinner size={12} />
          {t("text", { number, done: total - counts.open, total })}
        </AppLink>
      ))}
    </nav>
  );
}
