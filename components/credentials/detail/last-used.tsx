import { useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import type { LastUse } from "@/lib/domain/credentials/stored";
import { pages } from "@/lib/domain/paths";

/** When its value last left the store, and what for. */
export function LastUsed({ use }: { use: LastUse | null }) {
  const t = useTranslations("credentials.detail");
  if (!use) return <span className="text-muted">{t("neverUsed")}</span>;
  return (
    <span>
      <Time value={use.at} style="relative" />
      {" · "}
      {use.for === "push" ? (
        <TextLink href={pages.push(use.push.id)} className="underline">
          {t("push", { number: use.push.number })}
        </TextLink>
      ) : (
        t(`usedBy.${use.for}`)
      )}
    </span>
  );
}
