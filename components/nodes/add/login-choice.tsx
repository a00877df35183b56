"use client";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { FieldPath, FieldValues } from "react-hook-form";
import type { FieldProps } from "@/components/fields/field-props";
import { SelectField } from "@/components/fields/select-field";
import { Button } from "@/components/ui/button";
import { Later } from "@/components/ui/later";
import { part } from "@/lib/client/part";
import type { Login } from "@/lib/domain/nodes/views";

const addSshCredential = part(() =>
  import("../ssh/add-ssh-credential").then((module) => module.AddSshCredential),
);

type LoginChoiceProps<Form extends FieldValues, Name extends FieldPath<Form>, Out> = Pick<
  FieldProps<Form, Name, Out>,
  "control" | "name"
> & {
  logins: readonly Login[];
  /** A login that was made here: it belongs into the list and is chosen. */
  onAdded: (login: Login) => void;
};

/** Chooses a stored SSH credential, or makes one on the spot. */
export function LoginChoice<Form extends FieldValues, Name extends FieldPath<Form>, Out>(
  props: LoginChoiceProps<Form, Name, Out>,
) {
  const { control, name, logins, onAdded } = props;
  const t = useTranslations("nodes.ssh");
  const [open, setOpen] = useState(false);
  const options = [
    { value: "", label: t("choose"), disabled: true },
    ...logins.map((login) => ({
      value: login.id,
      label: t("option", { name: login.name, username: login.username }),
    })),
  ];
  return (
    <div className="space-y-2">
      <SelectField control={control} name={name} label={t("label")} hint={t("hint")} options={options} />
      <Button size="sm" icon={<Plus size={14} aria-hidden />} onClick={() => setOpen(true)}>
        {t("newOne")}
      </Button>
      <Later part={addSshCredential} open={open} onMissing={() => setOpen(false)}>
        {(AddSshCredential) => <AddSshCredential open={open} onOpenChange={setOpen} onAdded={onAdded} />}
      </Later>
    </div>
  );
}
