"use client";
import { useTranslations } from "next-intl";
import type { FieldPath, FieldValues } from "react-hook-form";
import type { FieldProps } from "@/components/fields/field-props";
import { SelectField } from "@/components/fields/select-field";
import type { Named } from "@/lib/domain/named";

type JumpFieldProps<Form extends FieldValues, Name extends FieldPath<Form>, Out> = Pick<
  FieldProps<Form, Name, Out>,
  "control" | "name"
> & {
  /** Nodes to choose from. */
  jumps: readonly Named[];
  hint: string;
};

/** The node that connections go through. */
export function JumpField<Form extends FieldValues, Name extends FieldPath<Form>, Out>(
  props: JumpFieldProps<Form, Name, Out>,
) {
  const { control, name, jumps, hint } = props;
  const t = useTranslations("nodes.form");
  return (
    <SelectField
      control={control}
      name={name}
      label={t("jump")}
      hint={hint}
      options={[
        { value: "", label: t("noJump") },
        ...jumps.map(({ id, name: label }) => ({ value: id, label })),
      ]}
    />
  );
}
