import { useTranslations } from "next-intl";
import type { TemplateDiff } from "@/lib/domain/pushes/views";
import { UnifiedTable } from "./unified-table";

type TemplateDiffsProps = { templates: readonly TemplateDiff[]; caption: string };

/** What happens to templates of containerd, each under its name. */
export function TemplateDiffs({ templates, caption }: TemplateDiffsProps) {
  return templates.map((template) => (
    <OneTemplate key={template.name} template={template} caption={caption} />
  ));
}

function OneTemplate({ template, caption }: { template: TemplateDiff; caption: string }) {
  const t = useTranslations("pushes.diff");
  const { name, action, lines, cut, unreadable } = template;
  return (
    <section className="space-y-2 pt-2">
      <h3 className="font-semibold [overflow-wrap:anywhere]">
        {t(action === "write" ? "templateWritten" : "templateRemoved", { name })}
      </h3>
      {unreadable ? <p className="text-prose text-warn">{t("templateUnreadable")}</p> : null}
      {lines.length > 0 ? (
        <UnifiedTable
          rows={lines}
          caption={t("templateCaption", { caption, name })}
          className="max-h-112 rounded-md border border-line"
        />
      ) : null}
      {lines.length === 0 && !unreadable ? (
        <p className="text-muted text-prose">{t("templateHidden")}</p>
      ) : null}
      {cut > 0 ? <p className="text-prose text-warn">{t("cut", { count: cut })}</p> : null}
    </section>
  );
}
