"use client";

import { useTranslations } from "next-intl";
import { YamlView } from "@/components/configurations/yaml-view";
import { Card } from "@/components/ui/card";
import type { TextEdit } from "./cut-secret-buttons";
import { RemarkList } from "./remark-list";
import type { Understood } from "./understand";

type Good = Extract<Understood, { ok: true }>;

const counted = [
  "mirrors",
  "endpoints",
  "rewrites",
  "registryHosts",
  "secrets",
  "tlsPaths",
  "notes",
] as const;

type ImportSummaryProps = {
  understood: Good;
  /** The text it was read from, where the reader has it and may mend it. */
  edit?: TextEdit;
};

/** What the file holds and what an import changes about it, beside the file as it will be. */
export function ImportSummary({ understood, edit }: ImportSummaryProps) {
  const t = useTranslations("import");
  const { summary, remarks, credentials, paths, preview } = understood;
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <div className="min-w-0 space-y-6">
        <Card title={t("found")}>
          <ul className="flex flex-wrap gap-x-5 gap-y-1 tabular-nums">
            {counted
              .filter((each) => summary[each] > 0)
              .map((each) => (
                <li key={each}>{t(`counts.${each}`, { count: summary[each] })}</li>
              ))}
            {counted.every((each) => summary[each] === 0) ? <li>{t("foundNothing")}</li> : null}
          </ul>
        </Card>
        {credentials.length > 0 ? (
          <Card title={t("secrets", { count: credentials.length })} description={t("secretsHint")}>
            <ul className="space-y-1">
              {credentials.map(({ slug, host, fields }) => (
                <li key={slug} className="[overflow-wrap:anywhere]">
                  <code className="text-code">{host}</code>: {fields.join(", ")}
                </li>
              ))}
            </ul>
          </Card>
        ) : null}
        {paths.length > 0 ? (
          <Card title={t("paths", { count: paths.length })} description={t("pathsHint")}>
            <ul className="space-y-1">
              {paths.map((path) => (
                <li key={path}>
                  <code className="text-code [overflow-wrap:anywhere]">{path}</code>
                </li>
              ))}
            </ul>
          </Card>
        ) : null}
        {remarks.length > 0 ? <RemarkList remarks={remarks} edit={edit} /> : null}
      </div>
      <Card title={t("result")} description={t("resultHint")} flush className="overflow-hidden">
        <YamlView text={preview} label={t("result")} className="max-h-128 bg-subtle" />
      </Card>
    </div>
  );
}
