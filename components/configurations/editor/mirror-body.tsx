"use client";

import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { CheckedField } from "./checked-field";
import { type MirrorPath, useEditorForm } from "./editor-form";
import { EndpointList } from "./endpoint-list";
import { ExtrasList } from "./extras-list";
import { NoteField } from "./note-field";
import { RewriteList } from "./rewrite-list";
import { SameName } from "./same-name";

export function MirrorBody({ path, index }: { path: MirrorPath; index: number }) {
  const t = useTranslations("editor");
  const { control } = useEditorForm();
  const [name, endpoints] = useWatch({ control, name: [`${path}.name`, `${path}.endpoints`] });
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
      <RewriteList path={path} mirrorIndex={index} endpointCount={endpoints.length} />
      <NoteField name={`${path}.note`} label={t("note")} hint={t("noteHint")} />
      <ExtrasList name={`${path}.extras`} />
    </>
  );
}
