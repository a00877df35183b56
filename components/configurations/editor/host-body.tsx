"use client";

import { useTranslations } from "next-intl";
import { AuthFields } from "./auth-fields";
import { CheckedField } from "./checked-field";
import type { HostPath } from "./editor-form";
import { HostTest } from "./endpoint-test";
import { ExtrasList } from "./extras-list";
import { NoteField } from "./note-field";
import { SameName } from "./same-name";
import { TlsFields } from "./tls-fields";

export function HostBody({ path, index }: { path: HostPath; index: number }) {
  const t = useTranslations("editor");
  return (
    <>
      <CheckedField
        name={`${path}.host`}
        label={t("hostName")}
        hint={t("hostNameHint")}
        input={{ placeholder: "harbor.example.com:8443", "data-control": "name" }}
      />
      <SameName list="registryHosts" index={index} />
      <AuthFields path={`${path}.auth`} />
      <TlsFields path={`${path}.tls`} />
      <HostTest path={path} />
      <NoteField name={`${path}.note`} label={t("note")} hint={t("noteHint")} />
      <ExtrasList name={`${path}.extras`} />
    </>
  );
}
