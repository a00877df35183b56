"use client";

import { useTranslations } from "next-intl";
import { ExtrasList } from "./extras-list";
import { LegacyAuths } from "./legacy-auths";
import { NoteField } from "./note-field";

/** What belongs to the file as a whole: its comments, and what K3s does not read. */
export function FileNotes() {
  const t = useTranslations("editor");
  const hint = t("fileNoteHint");
  return (
    <section aria-labelledby="file-heading" className="space-y-3">
      <h2 id="file-heading" className="font-semibold text-lg">
        {t("file")}
      </h2>
      <NoteField name="definition.note" label={t("fileNote")} hint={hint} />
      <NoteField name="definition.mirrorsNote" label={t("sectionNote", { section: "mirrors" })} hint={hint} />
      <NoteField
        name="definition.registryHostsNote"
        label={t("sectionNote", { section: "configs" })}
        hint={hint}
      />
      <NoteField name="definition.endNote" label={t("endNote")} hint={hint} />
      <LegacyAuths />
      <ExtrasList name="definition.extras" />
    </section>
  );
}
