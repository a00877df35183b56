import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import type { RevisionHistory } from "@/lib/domain/configurations/views";
import { pages } from "@/lib/domain/paths";

/** The ways to older revisions and back; nothing where all are shown. */
export function RevisionPages({ id, history }: { id: string; history: RevisionHistory }) {
  const t = useTranslations("revisions");
  const { newest, lines, older } = history;
  const first = lines[0]?.number;
  if (older === null && first === newest) return null;
  return (
    <nav aria-label={t("title")} className="flex flex-wrap gap-2">
      {first === newest ? null : <LinkButton href={pages.revisions(id)}>{t("backToNewest")}</LinkButton>}
      {older === null ? null : (
        <LinkButton href={pages.revisions(id, { below: older })}>{t("older")}</LinkButton>
      )}
    </nav>
  );
}
