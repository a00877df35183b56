"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Card } from "@/components/ui/card";
import { CodeBlock } from "@/components/ui/code-block";
import { NodeVerdicts } from "./node-verdicts";
import type { TemplateCardProps } from "./template-card";
import { useJudged } from "./use-judged";
import { Verdict } from "./verdict";

type ReadTemplatesProps = Pick<TemplateCardProps, "name" | "texts" | "place" | "places">;

/** One template for those who may not change it. */
export function ReadTemplates({ name, texts, place, places }: ReadTemplatesProps) {
  const t = useTranslations("containerdtemplates");
  const id = useId();
  const { judged, faults } = useJudged(texts, name, place);
  const text = texts[name];
  const line = judged?.line ?? null;
  return (
    <Card title={name} description={t(`readBy.${name === "config.toml.tmpl" ? "old" : "v3"}`)}>
      {text === undefined ? (
        <p className="text-muted text-prose">{t("none", { name })}</p>
      ) : (
        <div className="space-y-4">
          <CodeBlock
            code={text}
            label={name}
            numbers
            anchor={id}
            maxHeight="screen"
            highlighted={line === null ? [] : [line]}
          />
          <Verdict
            id={`${id}-verdict`}
            {...{ judged, faults }}
            onGoTo={(number) =>
              document.getElementById(`${id}-${number}`)?.scrollIntoView({ block: "nearest" })
            }
          />
          <NodeVerdicts {...{ name, texts, places }} />
        </div>
      )}
    </Card>
  );
}
