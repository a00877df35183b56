"use client";

import { useTranslations } from "next-intl";
import { type Control, useWatch } from "react-hook-form";
import { SelectField } from "@/components/fields/select-field";
import { TextField } from "@/components/fields/text-field";
import type { TemplateId } from "@/lib/domain/registries/templates/ids";
import {
  type TemplateField,
  type TemplateValues,
  templateFields,
} from "@/lib/domain/registries/templates/schema";
import { useEditor } from "./editor-context";

type TemplateFieldsProps = { id: TemplateId; control: Control<TemplateValues> };

/** What a template asks for, or some of it. */
export function TemplateFields({
  id,
  control,
  only = templateFields[id],
}: TemplateFieldsProps & { only?: readonly TemplateField[] }) {
  const ca = useWatch({ control, name: "ca" });
  return only.map((field) => {
    if (field === "ca") return <CaField key={field} control={control} />;
    return field === "caPath" && ca !== "path" ? null : (
      <TemplateText key={field} id={id} field={field} control={control} />
    );
  });
}

const placeholders: Partial<Record<TemplateField, string>> = {
  address: "https://mirror.example.com",
  host: "registry.example.com:5000",
  project: "dockerhub",
  caPath: "/etc/ssl/corp-ca.crt",
};

function TemplateText({ id, field, control }: TemplateFieldsProps & { field: TemplateField }) {
  const t = useTranslations("templates");
  const isForAll = id === "embedded" && field === "registries";
  return (
    <TextField
      control={control}
      name={field}
      label={t(`fields.${field}.label`)}
      hint={t(isForAll ? "allRegistries" : `fields.${field}.hint`)}
      placeholder={placeholders[field]}
      autoComplete="off"
      mono
    />
  );
}

function CaField({ control }: { control: Control<TemplateValues> }) {
  const t = useTranslations("templates");
  const { certificates } = useEditor();
  return (
    <SelectField
      control={control}
      name="ca"
      label={t("fields.ca.label")}
      hint={t("fields.ca.hint")}
      options={[
        { value: "path", label: t("caOnNode") },
        ...certificates.map(({ slug, name }) => ({ value: slug, label: name })),
      ]}
    />
  );
}
