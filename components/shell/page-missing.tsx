import { useTranslations } from "next-intl";
import { AnchorButton } from "@/components/ui/anchor-button";
import { pages } from "@/lib/domain/paths";

type PageMissingProps = { title?: string; text?: string; back?: { href: string; label: string } };

/** Nothing stands at this address. Pages that know what is missing say so. */
export function PageMissing({ title, text, back }: PageMissingProps) {
  const t = useTranslations("shell.missing");
  return (
    <div className="max-w-prose space-y-4">
      <h1 tabIndex={-1} className="font-semibold text-xl">
        {title ?? t("title")}
      </h1>
      <p className="text-muted text-prose">{text ?? t("text")}</p>
      <AnchorButton href={back?.href ?? pages.overview()}>{back?.label ?? t("overview")}</AnchorButton>
    </div>
  );
}
