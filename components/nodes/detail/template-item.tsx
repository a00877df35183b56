"use client";
import { useTranslations } from "next-intl";
import { VerdictBadge, VerdictReason } from "@/components/nodes/template-verdict";
import { CodeBlock } from "@/components/ui/code-block";
import {
  type NodeTemplate,
  type TemplateFact,
  templateSnippets,
} from "@/lib/domain/containerd-template/facts";

const isRead = (template: TemplateFact | NodeTemplate): template is NodeTemplate => "text" in template;

/** One template: where it lies, what it does to registries.yaml and why, and its text where that was read. */
export function TemplateItem({ template }: { template: TemplateFact | NodeTemplate }) {
  const t = useTranslations("nodetemplates");
  const { path, name, line } = template;
  return (
    <section aria-label={name} className="space-y-2.5">
      <h3 className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <code className="min-w-0 font-semibold text-code [overflow-wrap:anywhere]" translate="no">
          {path}
        </code>
        <VerdictBadge judged={template} />
      </h3>
      <p className="max-w-prose text-prose">
        <VerdictReason judged={template} />
        {line === null ? null : <span className="text-muted"> ({t("line", { line })})</span>}
      </p>
      {template.logins === false ? (
        <p className="max-w-prose text-prose text-warn">{t("noLogins", templateSnippets)}</p>
      ) : null}
      {isRead(template) ? <TemplateText template={template} /> : null}
    </section>
  );
}

function TemplateText({ template: { name, text, masked, line } }: { template: NodeTemplate }) {
  const t = useTranslations("nodetemplates");
  if (text === null) return <p className="text-muted text-prose">{t("noText")}</p>;
  return (
    <>
      <CodeBlock
        code={text}
        label={name}
        numbers
        copy={!masked}
        maxHeight="screen"
        // Hidden texts over several lines become one, so the line is another one then.
        highlighted={line === null || masked ? [] : [line]}
      />
      {masked ? <p className="text-muted text-sm">{t("masked")}</p> : null}
    </>
  );
}
