import { useTranslations } from "next-intl";
import type { NodeDiff } from "@/lib/domain/pushes/views";
import { TemplateDiffs } from "./template-diffs";
import { UnifiedTable } from "./unified-table";

/** A diff that can be read aloud: a table whose rows say in words whether a line is added or removed. */
export function DiffTable({ diff, caption }: { diff: NodeDiff; caption: string }) {
  const t = useTranslations("pushes.diff");
  const changed = diff.lines.length > 0;
  const templates = diff.templates ?? [];
  return (
    <div className="space-y-2">
      {diff.unreadable ? <p className="text-prose text-warn">{t("unreadable")}</p> : null}
      {changed ? (
        <UnifiedTable
          rows={diff.lines}
          caption={caption}
          className="max-h-112 rounded-md border border-line"
        />
      ) : null}
      {changed || templates.length > 0 ? null : <p className="text-muted text-prose">{t("noDifference")}</p>}
      {diff.cut > 0 ? <p className="text-prose text-warn">{t("cut", { count: diff.cut })}</p> : null}
      <TemplateDiffs templates={templates} caption={caption} />
      {diff.files.length > 0 ? (
        <div className="text-sm">
          <p className="text-muted">{t("files")}</p>
          <ul className="font-mono text-code">
            {diff.files.map((path) => (
              <li key={path} className="[overflow-wrap:anywhere]">
                {path}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  );
}
