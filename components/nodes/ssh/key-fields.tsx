"use client";
import { useTranslations } from "next-intl";
import { type ChangeEvent, useId, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { PasswordField } from "@/components/fields/password-field";
import { TextareaField } from "@/components/fields/textarea-field";
import type { SshCredentialForm } from "./ssh-credential-form";

type KeyFieldsProps<Out> = { form: UseFormReturn<SshCredentialForm, unknown, Out> };

const mostBytes = 65_536;

/** A private key, pasted or read from a file in the browser. */
export function KeyFields<Out>({ form }: KeyFieldsProps<Out>) {
  const t = useTranslations("nodes.ssh");
  const id = useId();
  const [tooLarge, setTooLarge] = useState(false);
  async function read(event: ChangeEvent<HTMLInputElement>) {
    const [file] = event.target.files ?? [];
    setTooLarge(file !== undefined && file.size > mostBytes);
    if (!file || file.size > mostBytes) return;
    form.setValue("privateKey", await file.text(), { shouldDirty: true, shouldValidate: true });
  }
  return (
    <>
      <TextareaField
        control={form.control}
        name="privateKey"
        label={t("privateKey")}
        hint={t("privateKeyHint")}
        rows={5}
        mono
        autoComplete="off"
        placeholder="-----BEGIN OPENSSH PRIVATE KEY-----"
      />
      <div className="space-y-1.5">
        <label htmlFor={id} className="block font-medium">
          {t("keyFile")}
        </label>
        <input
          id={id}
          type="file"
          aria-describedby={tooLarge ? `${id}-error` : undefined}
          aria-invalid={tooLarge || undefined}
          onChange={(event) => void read(event)}
          className="block w-full text-sm file:me-3 file:min-h-9 file:rounded-md file:border file:border-control file:bg-page file:px-3 file:font-medium file:text-fg"
        />
        {tooLarge ? (
          <p id={`${id}-error`} role="alert" className="text-error text-sm">
            {t("keyFileTooLarge")}
          </p>
        ) : null}
      </div>
      <PasswordField
        control={form.control}
        name="passphrase"
        label={t("passphrase")}
        hint={t("passphraseHint")}
        optional
      />
    </>
  );
}
