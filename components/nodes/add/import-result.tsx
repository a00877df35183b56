"use client";
import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { TextLink } from "@/components/ui/text-link";
import { useList } from "@/components/ui/use-list";
import type { ImportReport } from "@/lib/domain/nodes/views";
import { pages } from "@/lib/domain/paths";
import { TrustAll } from "../trust/trust-all";

type ImportResultProps = { report: ImportReport; onTrusted: () => void };

/** What became of the machines of an inventory; the machines that are new can be trusted right here. */
export function ImportResult({ report, onTrusted }: ImportResultProps) {
  const t = useTranslations("nodes.import");
  const own = useTranslations("inventory");
  const list = useList();
  const { created, existing, groups } = report;
  return (
    <div className="max-w-200 space-y-5">
      <Banner
        kind={created.length > 0 ? "ok" : "warn"}
        role="status"
        title={own("result", { created: created.length, existing: existing.length })}
        action={
          <LinkButton size="sm" href={pages.nodes()}>
            {t("toNodes")}
          </LinkButton>
        }
      />
      {created.length > 0 ? (
        <Card title={t("created", { count: created.length })}>
          <ul className="flex flex-wrap gap-x-4 gap-y-1">
            {created.map(({ id, name }) => (
              <li key={id}>
                <TextLink href={pages.node(id)}>{name}</TextLink>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {existing.length > 0 ? (
        <Card title={t("existing", { count: existing.length })} description={t("existingText")}>
          <ul className="space-y-0.5">
            {existing.map((name) => (
              <li key={name} className="[overflow-wrap:anywhere]">
                {name}
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {groups.length > 0 ? (
        <p className="text-muted text-sm">
          {own("madeGroups", { names: list(groups.map(({ name }) => name)) })}
        </p>
      ) : null}
      {created.length > 0 ? <TrustAll nodes={created} onTrusted={onTrusted} /> : null}
    </div>
  );
}
