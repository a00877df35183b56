import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { TextLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import { pages } from "@/lib/domain/paths";
import type { PushNodeView } from "@/lib/domain/pushes/views";

/** Who took care of it, when, and what they said. */
export function Handled({ handled }: { handled: NonNullable<PushNodeView["handled"]> }) {
  const t = useTranslations("pushcards.card");
  return (
    <Banner
      kind="ok"
      title={t.rich("handledBy", { name: handled.byName, time: () => <Time value={handled.at} /> })}
    >
      <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{handled.reason}</p>
    </Banner>
  );
}

/** That a later push brought right what this one could not take back. */
export function Mended({ push: { id, number } }: { push: { id: string; number: number } }) {
  const t = useTranslations("pushcards.card");
  return (
    <Banner kind="ok">
      {t.rich("mended", {
        push: () => (
          <TextLink href={pages.push(id)} className="underline">
            {t("mendedPush", { number })}
          </TextLink>
        ),
      })}
    </Banner>
  );
}
