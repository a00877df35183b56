"use client";
import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { TextLink } from "@/components/ui/text-link";
import type { Named } from "@/lib/domain/named";
import { pages } from "@/lib/domain/paths";

/** Says which nodes cannot be told apart from this one. */
export function SharedKey({ nodes }: { nodes: readonly Named[] }) {
  const t = useTranslations("nodes.hostKey");
  if (nodes.length === 0) return null;
  return (
    <Banner kind="warn" title={t("sharedTitle", { count: nodes.length })}>
      <p>{t("sharedText")}</p>
      <ul className="mt-1 flex flex-wrap gap-x-3 gap-y-1">
        {nodes.map(({ id, name }) => (
          <li key={id} className="[overflow-wrap:anywhere]">
            <TextLink href={pages.node(id)}>{name}</TextLink>
          </li>
        ))}
      </ul>
    </Banner>
  );
}
