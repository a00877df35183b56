"use client";

import { useTranslations } from "next-intl";
import { ExtrasList } from "./extras-list";
import { LegacyAuths } from "./legacy-auths";
import { NoteField } from "./note-field";

/** What belongs to the file as a whole: its comments, and what K3s does not read. */
export function FileNotes() {
  const t = useTranslations("editor");
  return (
    <section aria-labelledby="file-heading" className="space-y-3">
      <h2 id="file-heading" className="font-semibold text-lg">
        {t("file")}
      </h2>
      <NoteField name="definition.note" label={t("fileNote")} hint={t("noteHint")} />
      <NoteField name="definition.endNote" label={t("endNote")} hint={t("noteHint")} />
      <LegacyAuths />
      <ExtrasList name="definition.extras" />
    </section>
  );
}
