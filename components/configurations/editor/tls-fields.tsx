"use client";

import { useTranslations } from "next-intl";
import { CheckboxField } from "@/components/fields/checkbox-field";
import { tlsFiles } from "@/lib/domain/registries/fields";
import { type HostPath, useEditorForm } from "./editor-form";
import { ExtrasList } from "./extras-list";
import { FieldFindings } from "./findings/field-findings";
import { useFindingsAt } from "./findings/findings-provider";
import { TlsFileField } from "./tls-file-field";

/** How containerd checks a registry host, and how it identifies itself to it. */
export function TlsFields({ path }: { path: `${HostPath}.tls` }) {
  const t = useTranslations("editor");
  const { control } = useEditorForm();
  const skips = `${path}.insecure_skip_verify` as const;
  const found = useFindingsAt(skips);
  return (
    <fieldset className="min-w-0 space-y-3">
      <legend className="mb-2 font-semibold">TLS</legend>
      {tlsFiles.map((file) => (
        <TlsFileField key={file} path={path} file={file} />
      ))}
      <CheckboxField
        control={control}
        name={skips}
        label={t("skipVerify")}
        hint={
          <>
            <p>{t("skipVerifyHint")}</p>
            <FieldFindings found={found} />
          </>
        }
      />
      <ExtrasList name={`${path}.extras`} />
    </fieldset>
  );
}
