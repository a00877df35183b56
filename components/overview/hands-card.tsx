import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { TextLink } from "@/components/ui/text-link";
import { pages } from "@/lib/domain/paths";
import type { Overview } from "./overview";

/** Machines that wait for a person, before anything else that this page tells. */
export function HandsCard({ nodes }: { nodes: Overview["needingHands"] }) {
  const t = useTranslations("overview.hands");
  if (nodes.length === 0) return null;
  return (
    <Banner kind="error" title={t("title", { count: nodes.length })}>
      <p>{t("text")}</p>
      <ul className="mt-1">
        {nodes.map(({ id, name, push }) => (
          <li key={id}>
            <TextLink href={pages.push(push.id, { show: "failed" })} className="underline">
              {t("link", { name, number: push.number })}
            </TextLink>
          </li>
        ))}
      </ul>
    </Banner>
  );
}
