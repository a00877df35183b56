"use client";
import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { Progress } from "@/components/ui/progress";
import { Time } from "@/components/ui/time";
import type { PushHeader } from "@/lib/domain/pushes/views";
import { PushCounts } from "../push-counts";
import { Elapsed } from "./elapsed";

/** How far the push is, in numbers that are all counted, none estimated. `still` while nobody can tell what is true now. */
export function LiveProgress({ push, still }: { push: PushHeader; still: boolean }) {
  const t = useTranslations("pushes.live");
  const done = push.total - push.counts.open;
  return (
    <section aria-label={t("progress")} className={clsx("space-y-2", still && "grayscale")}>
      <Progress value={done} max={push.total} label={t("progress")} />
      <p className="flex flex-wrap justify-between gap-x-6 gap-y-1 text-sm tabular-nums">
        <span className="flex flex-wrap gap-x-4">
          <span>{t("doneOf", { done, total: push.total })}</span>
          <PushCounts counts={push.counts} />
        </span>
        <span className="text-muted">
          <Time value={push.createdAt} />
          {still && push.finishedAt === null ? null : (
            <>
              {" · "}
              <Elapsed from={push.startedAt ?? push.createdAt} to={push.finishedAt} />
            </>
          )}
        </span>
      </p>
    </section>
  );
}
