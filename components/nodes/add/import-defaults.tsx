"use client";
import { useTranslations } from "next-intl";
import { type UseFormReturn, useWatch } from "react-hook-form";
import { NumberField } from "@/components/fields/number-field";
import { SelectField } from "@/components/fields/select-field";
import { TextField } from "@/components/fields/text-field";
import type { Named } from "@/lib/domain/named";
import type { Login } from "@/lib/domain/nodes/views";
import type { ImportForm } from "./import-form";
import { JumpField } from "./jump-field";
import { LoginChoice } from "./login-choice";
import { meantUser } from "./node-form";

type ImportDefaultsProps<Out> = {
  form: UseFormReturn<ImportForm, unknown, Out>;
  logins: Login[];
  groups: Named[];
  jumps: readonly Named[];
  onLogin: (login: Login) => void;
};

/** What an inventory does not tell, given once for all its machines. */
export function ImportDefaults<Out>({ form, logins, groups, jumps, onLogin }: ImportDefaultsProps<Out>) {
  const t = useTranslations("inventory");
  const fields = useTranslations("nodes.form");
  const { control } = form;
  const sshCredentialId = useWatch({ control, name: "sshCredentialId" });
  return (
    <div className="max-w-160 space-y-5">
      <LoginChoice
        control={control}
        name="sshCredentialId"
        logins={logins}
        onAdded={(login) => {
          onLogin(login);
          form.setValue("sshCredentialId", login.id, { shouldDirty: true, shouldValidate: true });
        }}
      />
      <TextField
        control={control}
        name="username"
        label={t("userDefault")}
        hint={t("userDefaultHint")}
        placeholder={meantUser({ username: "", sshCredentialId }, logins)}
        autoComplete="off"
        mono
        optional
      />
      <NumberField control={control} name="port" label={t("portDefault")} />
      <SelectField
        control={control}
        name="groupId"
        label={t("groupRest")}
        hint={t("groupRestHint")}
        options={[
          { value: "", label: fields("noGroup") },
          ...groups.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <JumpField control={control} name="jumpId" jumps={jumps} hint={t("jumpHint")} />
    </div>
  );
}
