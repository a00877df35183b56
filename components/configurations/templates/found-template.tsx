"use client";

import { useTranslations } from "next-intl";
import { VerdictBadge } from "@/components/nodes/template-verdict";
import { Button } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import type { NodeTemplate } from "@/lib/domain/containerd-template/facts";

type FoundTemplateProps = { template: NodeTemplate; replaces: boolean; onTake: (text: string) => void };

/** A template that was read on a node. With something hidden it is shown and not taken. */
export function FoundTemplate({ template, replaces, onTake }: FoundTemplateProps) {
  const t = useTranslations("containerdtemplates.takeOver");
  const { name, path, text, masked } = template;
  return (
    <div className="space-y-2.5">
      <h3 className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <code className="min-w-0 font-semibold text-code [overflow-wrap:anywhere]" translate="no">
          {path}
        </code>
        <VerdictBadge judged={template} />
      </h3>
      {text === null ? <p className="text-muted text-prose">{t("noText")}</p> : null}
      {masked ? <p className="max-w-prose text-prose text-warn">{t("masked")}</p> : null}
      {text === null || masked ? null : (
        <div className="flex flex-wrap items-center gap-3">
          <Button variant="primary" size="sm" onClick={() => onTake(text)}>
            {t("take", { name })}
          </Button>
          {replaces ? <span className="text-sm text-warn">{t("replaces")}</span> : null}
        </div>
      )}
      {text === null ? null : <CodeBlock code={text} label={name} numbers copy={!masked} />}
    </div>
  );
}
