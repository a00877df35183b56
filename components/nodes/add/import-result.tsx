"use client";
import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { TextLink } from "@/components/ui/text-link";
import type { ImportReport } from "@/lib/domain/nodes/views";
import { pages } from "@/lib/domain/paths";
import { TrustAll } from "../trust/trust-all";
import { BadLines } from "./bad-lines";

type ImportResultProps = { report: ImportReport; onAgain: () => void; onTrusted: () => void };

/** What became of each pasted line; the machines that are new can be trusted right here. */
export function ImportResult({ report, onAgain, onTrusted }: ImportResultProps) {
  const t = useTranslations("nodes.import");
  const { created, existing, bad } = report;
  return (
    <div className="max-w-200 space-y-5">
      <Banner
        kind={created.length > 0 ? "ok" : "warn"}
        role="status"
        title={t("result", { created: created.length, existing: existing.length, bad: bad.length })}
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
            {existing.map(({ line, name }) => (
              <li key={line} className="[overflow-wrap:anywhere]">
                {t("badLine", { line })} {name}
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {bad.length > 0 ? (
        <Card
          title={t("bad")}
          actions={
            <Button size="sm" onClick={onAgain}>
              {t("again")}
            </Button>
          }
        >
          <BadLines lines={bad} headed={false} />
        </Card>
      ) : null}
      {created.length > 0 ? <TrustAll nodes={created} onTrusted={onTrusted} /> : null}
    </div>
  );
}
