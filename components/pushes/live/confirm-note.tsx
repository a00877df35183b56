"use client";
import { useTranslations } from "next-intl";
import type { PushHeader } from "@/lib/domain/pushes/views";

/** That each node goes back by itself unless it is confirmed, which whoever stops the push should know. */
export function ConfirmNote({ push: { options, finishedAt } }: { push: PushHeader }) {
  const t = useTranslations("pushes.summary");
  if (options.confirmSeconds === null || finishedAt !== null) return null;
  return <p className="text-muted text-prose">{t("confirm", { minutes: options.confirmSeconds / 60 })}</p>;
}
