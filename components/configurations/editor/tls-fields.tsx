"use client";

import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { CheckboxField } from "@/components/fields/checkbox-field";
import { Banner } from "@/components/ui/banner";
import { type TlsFile, tlsFiles } from "@/lib/domain/registries/schema";
import { type HostPath, useEditorForm } from "./editor-form";
import { ExtrasList } from "./extras-list";
import { TlsFileField } from "./tls-file-field";

/** How containerd checks a registry host, and how it identifies itself to it. */
export function TlsFields({ path }: { path: `${HostPath}.tls` }) {
  const t = useTranslations("editor");
  const { control } = useEditorForm();
  const tls = useWatch({ control, name: path });
  const set = Object.fromEntries(tlsFiles.map((file) => [file, tls[file].source !== "none"])) as Record<
    TlsFile,
    boolean
  >;
  return (
    <fieldset className="min-w-0 space-y-3">
      <legend className="mb-2 font-semibold">TLS</legend>
      {tlsFiles.map((file) => (
        <TlsFileField key={file} path={path} file={file} set={set} />
      ))}
      <CheckboxField
        control={control}
        name={`${path}.insecure_skip_verify`}
        label={t("skipVerify")}
        hint={t("skipVerifyHint")}
      />
      {tls.insecure_skip_verify ? <Banner kind="warn">{t("skipVerifyWarning")}</Banner> : null}
      <ExtrasList name={`${path}.extras`} />
    </fieldset>
  );
}
