"use client";

import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { checkDuplicateKey } from "@/lib/domain/registries/checks/duplicates";
import { checkHostUse } from "@/lib/domain/registries/checks/endpoint-facts";
import { checkRegistryHost } from "@/lib/domain/registries/checks/registry-key";
import { AuthFields } from "./auth-fields";
import { CheckedField } from "./checked-field";
import { type HostPath, useEditorForm } from "./editor-form";
import { ExtrasList } from "./extras-list";
import { NoteField } from "./note-field";
import { TlsFields } from "./tls-fields";
import { useMirrorUrls } from "./use-host-use";

export function HostBody({ path, index }: { path: HostPath; index: number }) {
  const t = useTranslations("editor");
  const { control, getValues } = useEditorForm();
  const mode = useWatch({ control, name: `${path}.auth.mode` });
  const mirrors = useMirrorUrls();
  const hosts = (own: string) =>
    getValues("definition.registryHosts").map((entry, at) => (at === index ? own : entry.host));
  return (
    <>
      <CheckedField
        name={`${path}.host`}
        label={t("hostName")}
        hint={t("hostNameHint")}
        check={(value) => [
          checkDuplicateKey(hosts(value), index),
          checkRegistryHost(value, mode !== "none"),
          checkHostUse(value, mirrors),
        ]}
        input={{ placeholder: "harbor.example.com:8443", "data-control": "name" }}
      />
      <AuthFields path={`${path}.auth`} />
      <TlsFields path={`${path}.tls`} />
      <NoteField name={`${path}.note`} label={t("note")} hint={t("noteHint")} />
      <ExtrasList name={`${path}.extras`} />
    </>
  );
}
