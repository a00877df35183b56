"use client";

import { useTranslations } from "next-intl";
import { CheckedField } from "./checked-field";
import { usePart } from "./document/use-part";
import type { MirrorPath } from "./editor-form";
import { EndpointList } from "./endpoint-list";
import { ExtrasList } from "./extras-list";
import { NoteField } from "./note-field";
import { RewriteList } from "./rewrite-list";
import { SameName } from "./same-name";

export function MirrorBody({ path, index }: { path: MirrorPath; index: number }) {
  const t = useTranslations("editor");
  const name = usePart(`${path}.name`);
  const endpoints = usePart(`${path}.endpoints`, (all) => all?.length ?? 0);
  return (
    <>
      <CheckedField
        name={`${path}.name`}
        label={t("mirrorName")}
        hint={t("mirrorNameHint")}
        input={{ placeholder: "docker.io", "data-control": "name" }}
      />
      <SameName list="mirrors" index={index} />
      <EndpointList path={path} mirrorName={name} mirrorIndex={index} />
      <RewriteList path={path} mirrorIndex={index} endpointCount={endpoints} />
      <NoteField name={`${path}.note`} label={t("note")} hint={t("noteHint")} />
      <ExtrasList name={`${path}.extras`} />
    </>
  );
}
