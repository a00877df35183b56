import { clsx } from "clsx";
import { useLocale, useTranslations } from "next-intl";
import type { DiffGap, DiffLine } from "@/lib/domain/diff/lines";
import type { NodeDiff } from "@/lib/domain/pushes/views";

const looks: Record<DiffLine["kind"], { glyph: string; row: string }> = {
  same: { glyph: " ", row: "" },
  added: { glyph: "+", row: "bg-diff-add" },
  removed: { glyph: "-", row: "bg-diff-del" },
};

/** A diff that can be read aloud: a table whose rows say in words whether a line is added or removed. */
export function DiffTable({ diff, caption }: { diff: NodeDiff; caption: string }) {
  const t = useTranslations("pushes.diff");
  const changed = diff.lines.length > 0;
  return (
    <div className="space-y-2">
      {diff.unreadable ? <p className="text-prose text-warn">{t("unreadable")}</p> : null}
      {changed ? <Lines diff={diff} caption={caption} /> : null}
      {changed ? null : <p className="text-muted text-prose">{t("noDifference")}</p>}
      {diff.cut > 0 ? <p className="text-prose text-warn">{t("cut", { count: diff.cut })}</p> : null}
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

function Lines({ diff, caption }: { diff: NodeDiff; caption: string }) {
  const t = useTranslations("pushes.diff");
  return (
    <section
      aria-label={caption}
      tabIndex={0}
      className="max-h-112 overflow-auto rounded-md border border-line"
    >
      <table className="w-full border-collapse font-mono text-code" lang="en" translate="no">
        <caption className="sr-only">{caption}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">{t("oldLine")}</th>
            <th scope="col">{t("newLine")}</th>
            <th scope="col">{t("change")}</th>
            <th scope="col">{t("text")}</th>
          </tr>
        </thead>
        <tbody>
          {diff.lines.map((line) =>
            line.kind === "gap" ? (
              <Gap key={`gap ${line.before}`} gap={line} />
            ) : (
              <Line key={`${line.oldLine} ${line.newLine}`} line={line} />
            ),
          )}
        </tbody>
      </table>
    </section>
  );
}

/** The words of a row that stands for lines are the reader's, while the file is not in any language of theirs. */
function Gap({ gap }: { gap: DiffGap }) {
  const t = useTranslations("pushes.diff");
  const locale = useLocale();
  return (
    <tr className="bg-subtle text-muted">
      <td colSpan={4} className="px-3 py-0.5 font-sans" lang={locale} translate="yes">
        {t("gap", { count: gap.count })}
      </td>
    </tr>
  );
}

function Line({ line }: { line: DiffLine }) {
  const t = useTranslations("pushes.diff");
  const { glyph, row } = looks[line.kind];
  const number = "w-10 select-none px-2 text-end text-faint tabular-nums";
  return (
    <tr className={row}>
      <td className={number}>{line.oldLine}</td>
      <td className={number}>{line.newLine}</td>
      <td className={clsx("w-6 select-none text-center", line.kind !== "same" && "font-semibold")}>
        <span aria-hidden="true">{glyph}</span>
        {line.kind === "same" ? null : <span className="sr-only">{t(line.kind)}</span>}
      </td>
      <td className="whitespace-pre-wrap break-all pe-3">{line.text}</td>
    </tr>
  );
}
