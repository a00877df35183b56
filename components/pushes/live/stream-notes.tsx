"use client";
import { useTranslations } from "next-intl";
import { AnchorButton } from "@/components/ui/anchor-button";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Time } from "@/components/ui/time";
import { pages } from "@/lib/domain/paths";
import type { PushEventView, PushHeader } from "@/lib/domain/pushes/views";
import type { StreamState } from "./follow-push";

type StreamNoteProps = { push: PushHeader; stream: StreamState; onReconnect: () => void };

/** That what is shown may be of an earlier moment. The push itself goes on, which is said first. */
export function StreamNote({ push, stream, onReconnect }: StreamNoteProps) {
  const t = useTranslations("pushes.live");
  if (stream.kind === "live" || push.finishedAt !== null) return null;
  const reconnect = (
    <Button size="sm" onClick={onReconnect}>
      {t("reconnect")}
    </Button>
  );
  if (stream.kind === "lost")
    return (
      <Banner kind="warn" role="status" title={t("lost")} action={reconnect}>
        {t("lostText", { seconds: stream.seconds })}
      </Banner>
    );
  return (
    <Banner
      kind="warn"
      role="alert"
      title={t("signedOut")}
      action={
        <>
          <AnchorButton size="sm" variant="primary" href={pages.login(pages.push(push.id))}>
            {t("signIn")}
          </AnchorButton>
          {reconnect}
        </>
      }
    >
      {t("signedOutText")}
    </Banner>
  );
}

/** That the program itself was restarted meanwhile, which the record keeps. */
export function ResumedNote({ events }: { events: readonly PushEventView[] }) {
  const t = useTranslations("pushes.live");
  const last = events.findLast(({ code }) => code === "push-resumed");
  if (!last) return null;
  return (
    <Banner kind="info" title={t.rich("resumed", { time: () => <Time value={last.at} /> })}>
      {t("resumedText")}
    </Banner>
  );
}
