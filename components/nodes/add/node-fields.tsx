"use client";
import { useTranslations } from "next-intl";
import { type UseFormReturn, useWatch } from "react-hook-form";
import { CheckboxField } from "@/components/fields/checkbox-field";
import { NumberField } from "@/components/fields/number-field";
import { PasswordField } from "@/components/fields/password-field";
import { SelectField } from "@/components/fields/select-field";
import { TextField } from "@/components/fields/text-field";
import { TextareaField } from "@/components/fields/textarea-field";
import type { Named } from "@/lib/domain/named";
import type { Login } from "@/lib/domain/nodes/views";
import { JumpField } from "./jump-field";
import { LoginChoice } from "./login-choice";
import { meantUser, type NodeForm } from "./node-form";

type NodeFieldsProps<Out> = {
  form: UseFormReturn<NodeForm, unknown, Out>;
  logins: readonly Login[];
  groups: readonly Named[];
  /** Nodes that this one may be reached through. */
  jumps: readonly Named[];
  onLogin: (login: Login) => void;
  /** Whether a sudo password is stored already, which can be replaced or forgotten but not seen. */
  hasSudoPassword?: boolean;
  /** Why it keeps its group. */
  stays?: string | undefined;
};

export function NodeFields<Out>(props: NodeFieldsProps<Out>) {
  const { form, logins, groups, jumps, onLogin, hasSudoPassword, stays } = props;
  const t = useTranslations("nodes.form");
  const { control } = form;
  const sshCredentialId = useWatch({ control, name: "sshCredentialId" });
  function choose(login: Login) {
    onLogin(login);
    form.setValue("sshCredentialId", login.id, { shouldDirty: true, shouldValidate: true });
  }
  return (
    <>
      <div className="grid items-start gap-5 sm:grid-cols-[1fr_8rem]">
        <TextField
          control={control}
          name="host"
          label={t("host")}
          hint={t("hostHint")}
          placeholder="10.0.4.23"
          autoComplete="off"
          inputMode="url"
          mono
        />
        <NumberField control={control} name="port" label={t("port")} />
      </div>
      <TextField
        control={control}
        name="name"
        label={t("name")}
        hint={hasSudoPassword === undefined ? t("nameHint") : undefined}
        autoComplete="off"
        optional={hasSudoPassword === undefined}
      />
      <LoginChoice control={control} name="sshCredentialId" logins={logins} onAdded={choose} />
      <TextField
        control={control}
        name="username"
        label={t("username")}
        hint={t("usernameHint")}
        placeholder={meantUser({ username: "", sshCredentialId }, logins)}
        autoComplete="off"
        mono
        optional
      />
      <PasswordField
        control={control}
        name="sudoPassword"
        label={t("sudoPassword")}
        hint={hasSudoPassword ? t("sudoStored") : t("sudoHint")}
        optional
      />
      {hasSudoPassword ? <CheckboxField control={control} name="forgetSudo" label={t("forgetSudo")} /> : null}
      <SelectField
        control={control}
        name="groupId"
        label={t("group")}
        hint={stays ?? t("groupHint")}
        disabled={stays !== undefined}
        options={[
          { value: "", label: t("noGroup") },
          ...groups.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <JumpField control={control} name="jumpId" jumps={jumps} hint={t("jumpHint")} />
      <TextareaField control={control} name="note" label={t("note")} rows={2} optional />
    </>
  );
}
