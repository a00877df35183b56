"use client";

import { useTranslations } from "next-intl";
import { YamlView } from "@/components/configurations/yaml-view";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";

type ParseErrorProps = { failure: { error: string; line: number | null }; text: string };

/** A file K3s cannot read, in K3s's own words, with the place in the text. */
export function ParseError({ failure, text }: ParseErrorProps) {
  const t = useTranslations("import");
  const { error, line } = failure;
  return (
    <div className="space-y-4">
      <Banner kind="error" role="alert" title={line === null ? t("broken") : t("brokenAt", { line })}>
        <p>{t("brokenText")}</p>
        <pre lang="en" translate="no" className="whitespace-pre-wrap pt-1 text-code">
          {error}
        </pre>
      </Banner>
      <Card title={t("yourText")} flush>
        <YamlView
          text={text}
          label={t("yourText")}
          marked={line === null ? undefined : { first: line, last: line }}
          className="max-h-96"
        />
      </Card>
    </div>
  );
}
