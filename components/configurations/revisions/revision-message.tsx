import { useTranslations } from "next-intl";
import type { RevisionLine } from "@/lib/domain/configurations/views";

/** What the author wrote, or which revision was brought back. */
export function RevisionMessage({ line: { message, restoredFrom } }: { line: RevisionLine }) {
  const t = useTranslations("revisions");
  if (restoredFrom !== null) return <span>{t("restoredFrom", { number: restoredFrom })}</span>;
  return message === "" ? (
    <span className="text-faint">{t("noMessage")}</span>
  ) : (
    <span className="[overflow-wrap:anywhere]">{message}</span>
  );
}
