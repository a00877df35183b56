"use client";

import { useTranslations } from "next-intl";
import { useController } from "react-hook-form";
import { describeControl, FieldFrame, useFieldIds } from "@/components/fields/field-frame";
import { Select } from "@/components/ui/select";
import type { TlsFile } from "@/lib/domain/registries/fields";
import { CheckedField } from "./checked-field";
import { usePart } from "./document/use-part";
import { type StoredCertificate, useEditor } from "./editor-context";
import { type HostPath, useEditorForm } from "./editor-form";
import { FieldFindings } from "./findings/field-findings";
import { useFindingsAt } from "./findings/findings-provider";

type TlsFileFieldProps = { path: `${HostPath}.tls`; file: TlsFile };

/** One TLS file: none, a stored certificate that is delivered, or a path that exists on the node. */
export function TlsFileField({ path, file }: TlsFileFieldProps) {
  const t = useTranslations("editor");
  const { control, getValues, setValue } = useEditorForm();
  const { certificates } = useEditor();
  const name = `${path}.${file}` as const;
  const value = usePart(name);
  const { field: source, fieldState } = useController({ control, name: `${name}.source` });
  const { slug } = value;
  const chosen = certificates.find((each) => each.slug === slug);
  const delivered = value.source === "certificate" && chosen ? deliveredPath(chosen, file) : undefined;
  const found = useFindingsAt(`${name}.source`);
  const hint = useSelectHint(delivered, found);
  const ids = useFieldIds(hint, fieldState.error);

  function choose(option: string) {
    const next = option === "none" || option === "path" ? option : "certificate";
    const certificate = next === "certificate" ? option.slice("certificate:".length) : "";
    setValue(name, { ...value, source: next, slug: certificate }, { shouldDirty: true });
    const key = `${path}.key_file` as const;
    const hasKey = certificates.find((each) => each.slug === certificate)?.hasKey;
    if (file === "cert_file" && hasKey && getValues(`${key}.source`) === "none") {
      setValue(key, { source: "certificate", slug: certificate, path: "" }, { shouldDirty: true });
    }
  }

  return (
    <div className="space-y-1.5">
      <FieldFrame ids={ids} label={t(`files.${file}`)} hint={hint} error={fieldState.error}>
        <Select
          ref={source.ref}
          name={source.name}
          onBlur={source.onBlur}
          options={useOptions(file, slug)}
          value={value.source === "certificate" ? `certificate:${slug}` : value.source}
          onChange={(event) => choose(event.target.value)}
          {...describeControl(ids, fieldState.error)}
        />
      </FieldFrame>
      {value.source === "path" ? (
        <CheckedField
          name={`${name}.path`}
          label={t("pathOnNode")}
          hint={t("pathOnNodeHint")}
          input={{ placeholder: "/etc/ssl/harbor-ca.crt" }}
        />
      ) : null}
    </div>
  );
}

/** What a screen reader tells of the list besides its name. */
function useSelectHint(delivered: string | undefined, found: ReturnType<typeof useFindingsAt>) {
  const t = useTranslations("editor");
  if (delivered === undefined && found.length === 0) return undefined;
  return (
    <>
      {delivered === undefined ? null : <p>{t("deliveredTo", { path: delivered })}</p>}
      <FieldFindings found={found} />
    </>
  );
}

const deliveredPath = (certificate: StoredCertificate, file: TlsFile) =>
  (file === "key_file" ? certificate.paths.key : certificate.paths.crt) ?? undefined;

/** A key can only come from a certificate that has one; the chosen one is listed even when it is gone. */
function useOptions(file: TlsFile, slug: string) {
  const t = useTranslations("editor");
  const { certificates } = useEditor();
  const fitting = certificates.filter((each) => file === "ca_file" || each.hasKey || each.slug === slug);
  const known = slug === "" || certificates.some((each) => each.slug === slug);
  return [
    { value: "none", label: t("fileNone") },
    { value: "path", label: t("filePath") },
    ...fitting.map((each) => ({ value: `certificate:${each.slug}`, label: each.name })),
    ...(known ? [] : [{ value: `certificate:${slug}`, label: t("certificateMissing", { slug }) }]),
  ];
}
