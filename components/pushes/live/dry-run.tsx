import { useTranslations } from "next-intl";
import { AllowedLink } from "@/components/ui/allowed-link";
import { Badge } from "@/components/ui/badge";
import { Banner } from "@/components/ui/banner";
import { pages } from "@/lib/domain/paths";
import type { PushHeader, PushView } from "@/lib/domain/pushes/views";
import { useLockRefusal } from "../lock-refusal";

/** What a push would do on a node, as the node says it. */
export const plans = ["write-restart", "write", "restart", "nothing-now", "nothing"] as const;

/** Beside the state of a push that did nothing but look. */
export function DryBadge({ push: { options } }: { push: Pick<PushHeader, "options"> }) {
  const t = useTranslations("pushes");
  return options.dryRun ? <Badge tone="info">{t("dryRun.word")}</Badge> : null;
}

/** What is true of a dry run, before anybody reads the outcomes of its nodes. */
export function DryBanner({ push }: { push: Pick<PushHeader, "options"> }) {
  const t = useTranslations("pushes.dryRun");
  return push.options.dryRun ? (
    <Banner kind="info" title={t("title")}>
      {t("text")}
    </Banner>
  ) : null;
}

type ForRealProps = { push: Pick<PushHeader, "group" | "revision"> & Pick<PushView, "rollbackOf"> };

/** The same revision to the same group, reviewed anew. */
export function ForReal({ push: { group, revision, rollbackOf } }: ForRealProps) {
  const t = useTranslations("pushes.dryRun");
  const refusal = useLockRefusal();
  if (group.id === null) return null;
  const of = rollbackOf === null ? {} : { of: rollbackOf.id };
  return (
    <AllowedLink
      variant="primary"
      href={pages.newPush(group.id, { rev: revision.number, ...of })}
      refusal={refusal}
    >
      {t("forReal")}
    </AllowedLink>
  );
}
