"use client";
import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import { CodeBlock } from "@/components/ui/code-block";
import type { NodeTemplate, TemplateFact, TemplateVerdict } from "@/lib/domain/containerd-template/facts";

const tones: Record<TemplateVerdict, Tone> = {
  extends: "ok",
  keeps: "ok",
  hides: "error",
  stops: "error",
  unreadable: "error",
  unread: "neutral",
  unknown: "warn",
};

/** What a person would write; the sentences name it. */
const snippets = { base: '{{ template "base" . }}', folder: "{{ .NodeConfig.Containerd.Registry }}" };

const isRead = (template: TemplateFact | NodeTemplate): template is NodeTemplate => "text" in template;

/** One template: where it lies, what it does to registries.yaml and why, and its text where that was read. */
export function TemplateItem({ template }: { template: TemplateFact | NodeTemplate }) {
  const t = useTranslations("nodetemplates");
  const { path, name, verdict, line } = template;
  return (
    <section aria-label={name} className="space-y-2.5">
      <h3 className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <code className="min-w-0 font-semibold text-code [overflow-wrap:anywhere]" translate="no">
          {path}
        </code>
        <Badge tone={tones[verdict]}>{t(`verdicts.${verdict}`)}</Badge>
      </h3>
      <p className="max-w-prose text-prose">
        <Reason template={template} />
        {line === null ? null : <span className="text-muted"> ({t("line", { line })})</span>}
      </p>
      {template.logins === false ? (
        <p className="max-w-prose text-prose text-warn">{t("noLogins", snippets)}</p>
      ) : null}
      {isRead(template) ? <TemplateText template={template} /> : null}
    </section>
  );
}

function Reason({ template: { verdict, reason } }: { template: TemplateFact }) {
  const t = useTranslations("nodetemplates");
  if (reason !== null) return t(`reasons.${reason}`, snippets);
  return verdict === "extends" || verdict === "keeps" ? t(`summaries.${verdict}`) : null;
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
