"use client";
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Control, useController } from "react-hook-form";
import { CheckboxField } from "@/components/fields/checkbox-field";
import { PasswordField } from "@/components/fields/password-field";
import { TextareaField } from "@/components/fields/textarea-field";
import { Button } from "@/components/ui/button";
import type { CertificateForm } from "@/lib/domain/certificates/form";
import type { Inspection } from "./use-inspection";

type KeyFieldProps = {
  control: Control<CertificateForm, unknown, CertificateForm>;
  inspection: Inspection;
  /** The stored certificate has a key that may be kept. */
  canKeep: boolean;
};

/** The private key: as soon as a whole one is there it is not shown any more, only what is known of it. */
export function KeyField({ control, inspection, canKeep }: KeyFieldProps) {
  const t = useTranslations("certificates.key");
  const { field } = useController({ control, name: "key" });
  const { field: kept } = useController({ control, name: "keepKey" });
  if (field.value.includes("-----END ")) {
    return (
      <fieldset className="min-w-0 space-y-3">
        <legend className="mb-1.5 font-medium">{t("label")}</legend>
        <div className="flex flex-wrap items-center gap-3">
          <span className="inline-flex items-center gap-1.5 text-muted">
            <Check size={14} aria-hidden className="text-ok" />
            {inspection.state === "fits" ? t("fits", { kind: inspection.found.keyKind }) : t("added")}
          </span>
          <Button size="sm" onClick={() => field.onChange("")}>
            {t("replace")}
          </Button>
        </div>
        {asksPassphrase(field.value, inspection) ? (
          <PasswordField
            control={control}
            name="keyPassphrase"
            label={t("passphrase")}
            hint={t("passphraseHint")}
          />
        ) : null}
      </fieldset>
    );
  }
  return (
    <div className="space-y-3">
      {canKeep ? (
        <CheckboxField control={control} name="keepKey" label={t("keep")} hint={t("keepHint")} />
      ) : null}
      {canKeep && kept.value ? null : (
        <TextareaField
          control={control}
          name="key"
          label={t("label")}
          hint={t("hint")}
          mono
          rows={2}
          autoComplete="off"
          optional
        />
      )}
    </div>
  );
}

const asksPassphrase = (key: string, inspection: Inspection) =>
  /ENCRYPTED/.test(key) ||
  (inspection.state === "refused" && inspection.error.issues.some(({ path }) => path[0] === "keyPassphrase"));
