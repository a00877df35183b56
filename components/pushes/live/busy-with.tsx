"use client";
import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { TextLink } from "@/components/ui/text-link";
import { pages } from "@/lib/domain/paths";
import type { PushEventView, PushNodeView } from "@/lib/domain/pushes/views";

/** On which other push a node waits, as long as it does: it goes on by itself when that one lets go. */
export function BusyWith({ node, events }: { node: PushNodeView; events: readonly PushEventView[] }) {
  const t = useTranslations("pushcards.busy");
  const last = events.at(-1);
  const { push: id, number } = last?.params ?? {};
  if (node.outcome !== null || last?.code !== "waiting" || !id || !number) return null;
  return (
    <Banner kind="info" role="status" title={t("title", { name: node.name, number })}>
      {t.rich("text", {
        push: () => (
          <TextLink href={pages.push(id)} className="underline">
            {t("link", { number })}
          </TextLink>
        ),
      })}
    </Banner>
  );
}
