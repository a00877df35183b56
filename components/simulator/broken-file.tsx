"use client";

import { useTranslations } from "next-intl";
import { YamlView } from "@/components/configurations/yaml-view";
import { Banner } from "@/components/ui/banner";

type BrokenFileProps = { text: string; error: string; line: number | null };

/** A file that K3s cannot read has no pull path. */
export function BrokenFile({ text, error, line }: BrokenFileProps) {
  const t = useTranslations("simulator");
  return (
    <div className="space-y-4">
      <Banner kind="error" role="alert" title={t("source.broken")}>
        <p>{t("source.brokenText")}</p>
        <pre lang="en" translate="no" className="mt-1 whitespace-pre-wrap text-code [overflow-wrap:anywhere]">
          {error}
        </pre>
      </Banner>
      <YamlView
        text={text}
        label={t("file.title")}
        marked={line === null ? undefined : { first: line, last: line }}
        className="max-h-96 rounded-lg border border-line bg-subtle"
      />
    </div>
  );
}
