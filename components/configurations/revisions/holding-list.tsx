import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/text-link";
import type { RevisionHolding } from "@/lib/domain/configurations/views";
import { pages } from "@/lib/domain/paths";

/** Where a revision is: on how many nodes of which groups, as far as pushes told, and who wants it. */
export function HoldingList({ holdings }: { holdings: readonly RevisionHolding[] }) {
  const t = useTranslations("revisions");
  if (holdings.length === 0) return <span className="text-faint">{t("nowhere")}</span>;
  return (
    <ul className="space-y-1">
      {holdings.map(({ group, wanted, holding, total }) => (
        <li key={group?.id ?? ""} className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
          {group ? <TextLink href={pages.group(group.id)}>{group.name}</TextLink> : null}
          <span className="text-muted tabular-nums">
            {group ? t("holding", { holding, total }) : t("groupless", { count: holding })}
          </span>
          {wanted ? <Badge tone="info">{t("wanted")}</Badge> : null}
        </li>
      ))}
    </ul>
  );
}
