"use client";
import { useTranslations } from "next-intl";
import { type DiffLayout, DiffView } from "@/components/diff/diff-view";
import { Card } from "@/components/ui/card";
import type { RevisionComparison } from "@/lib/domain/configurations/views";
import type { Change } from "@/lib/domain/registries/compare/change";
import { ChangeList } from "./change-list";

type CompareViewProps = {
  comparison: Pick<RevisionComparison, "from" | "to" | "changes" | "rows" | "templates">;
  layout: DiffLayout;
};

const isVersion = ({ code }: Change) => code === "credential-version" || code === "certificate-version";

/** Two revisions held against each other: what changed in sentences, then the text. */
export function CompareView({ comparison, layout }: CompareViewProps) {
  const t = useTranslations("revisions.compare");
  const { from, to, changes, rows, templates } = comparison;
  if (from.number === to.number) return <p className="text-muted text-prose">{t("sameRevision")}</p>;
  if (changes.length === 0 && rows.length === 0) return <p className="text-muted text-prose">{t("equal")}</p>;
  return (
    <div className="space-y-6">
      <Card title={t("summaryCount", { count: changes.length })}>
        <div className="space-y-4">
          <ChangeList changes={changes} />
          {changes.some(isVersion) ? <p className="text-muted text-prose">{t("versions")}</p> : null}
        </div>
      </Card>
      <Card title={t("file")} flush className="overflow-hidden">
        {rows.length === 0 ? (
          <p className="p-4 text-muted text-prose">{t("fileEqual")}</p>
        ) : (
          <DiffView
            rows={rows}
            caption={t("fileCaption", { from: from.number, to: to.number })}
            layout={layout}
          />
        )}
      </Card>
      {templates.map((template) => (
        <Card key={template.name} title={template.name} flush className="overflow-hidden">
          <DiffView
            rows={template.rows}
            caption={t("templateCaption", { name: template.name, from: from.number, to: to.number })}
            layout={layout}
          />
        </Card>
      ))}
    </div>
  );
}
