"use client";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { StatusIcon } from "@/components/ui/status-icon";
import { pages } from "@/lib/domain/paths";
import type { PushHeader } from "@/lib/domain/pushes/views";
import { useRunningPushes } from "./use-running-pushes";

/** On every page but its own while a push runs: how far it is, and the way to it. */
export function RunningPill({ initial }: { initial: PushHeader[] }) {
  const t = useTranslations("shell.running");
  const path = usePathname();
  const pushes = useRunningPushes(initial).filter(({ id }) => pages.push(id) !== path);
  const [push] = pushes;
  if (!push) return null;
  const done = push.total - push.counts.open;
  return (
    <AppLink
      href={pushes.length === 1 ? pages.push(push.id) : pages.pushes()}
      className="inline-flex min-h-7 items-center gap-2 rounded-full border border-info/30 bg-info-tint px-2.5 font-caption text-info text-xs tabular-nums hover:border-info pointer-coarse:min-h-11"
    >
      <StatusIcon status={push.status === "queued" ? "queued" : "running"} />
      {pushes.length === 1
        ? t("one", { number: push.number, done, total: push.total })
        : t("several", { count: pushes.length })}
    </AppLink>
  );
}
