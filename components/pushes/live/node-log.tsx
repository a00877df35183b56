"use client";
import { ArrowDown } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { type UIEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { useTimeZone } from "@/components/ui/use-time-zone";
import type { PushEventView } from "@/lib/domain/pushes/views";
import { useEventText } from "./use-event-text";

/** The log of one node. It follows the newest line until the reader scrolls up, and then offers the way back. */
export function NodeLog({ name, events }: { name: string; events: PushEventView[] }) {
  const t = useTranslations("pushes.log");
  const format = useFormatter();
  const timeZone = useTimeZone();
  const text = useEventText();
  const box = useRef<HTMLDivElement>(null);
  const [following, setFollowing] = useState(true);
  const count = events.length;
  useEffect(() => {
    if (following && count > 0 && box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [following, count]);

  const timeOf = (at: string) => format.dateTime(new Date(at), { timeStyle: "medium", timeZone });
  const lines = events.map((event) => ({ id: event.id, at: timeOf(event.at), text: text(event) }));
  function onScroll({ currentTarget }: UIEvent<HTMLDivElement>) {
    const { scrollTop, scrollHeight, clientHeight } = currentTarget;
    setFollowing(scrollHeight - scrollTop - clientHeight < 24);
  }
  if (count === 0) return <p className="text-muted text-prose">{t("empty")}</p>;
  return (
    <div className="space-y-2">
      <section
        ref={box}
        tabIndex={0}
        aria-label={t("label", { name })}
        onScroll={onScroll}
        className="max-h-80 overflow-auto rounded-md border border-line bg-subtle p-3"
      >
        <ol className="space-y-0.5 font-mono text-code" suppressHydrationWarning>
          {lines.map((line) => (
            <li key={line.id} className="flex gap-3">
              <span className="shrink-0 text-faint tabular-nums" suppressHydrationWarning>
                {line.at}
              </span>
              <span className="min-w-0 whitespace-pre-wrap [overflow-wrap:anywhere]">{line.text}</span>
            </li>
          ))}
        </ol>
      </section>
      <div className="flex gap-2">
        <CopyButton
          labelled
          label={t("copy")}
          text={lines.map((line) => `${line.at} ${line.text}`).join("\n")}
        />
        {following ? null : (
          <Button size="sm" icon={<ArrowDown size={14} aria-hidden />} onClick={() => setFollowing(true)}>
            {t("latest")}
          </Button>
        )}
      </div>
    </div>
  );
}
