"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import type { Remark } from "@/lib/domain/registries/remark";
import { CutSecretButtons, type TextEdit } from "./cut-secret-buttons";

const shownAtFirst = 50;

/** What K3s reads otherwise than it looks, and what takes another form; each with its line. */
export function RemarkList({ remarks, edit }: { remarks: readonly Remark[]; edit: TextEdit | undefined }) {
  const t = useTranslations("import");
  return (
    <Card title={t("remarks", { count: remarks.length })}>
      <ul className="space-y-2">
        {remarks.slice(0, shownAtFirst).map((remark) => (
          <li key={`${remark.code} ${remark.range.start.offset}`} className="flex gap-3">
            <span className="w-20 shrink-0 text-muted tabular-nums">
              {t("line", { line: remark.range.start.line })}
            </span>
            <span className="min-w-0 [overflow-wrap:anywhere]">
              {t(`remark.${remark.code}`, toParams(remark))}
              {edit && remark.code === "secret-cut" ? <CutSecretButtons remark={remark} edit={edit} /> : null}
            </span>
          </li>
        ))}
      </ul>
      {remarks.length > shownAtFirst ? (
        <p className="pt-2 text-muted">{t("moreRemarks", { count: remarks.length - shownAtFirst })}</p>
      ) : null}
    </Card>
  );
}

/** Whether a known key is near decides the sentence, and a sentence cannot choose by an empty text. */
const toParams = ({ params }: Remark) => ({ ...params, guess: params["nearest"] ? "yes" : "no" });
