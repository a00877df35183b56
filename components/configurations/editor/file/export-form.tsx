"use client";

import { useTranslations } from "next-intl";
import { useForm, useWatch } from "react-hook-form";
import * as z from "zod/mini";
import { FormError } from "@/components/fields/form-error";
import { PasswordField } from "@/components/fields/password-field";
import { RadioField } from "@/components/fields/radio-field";
import { useApiSubmit } from "@/components/fields/use-api-submit";
import { useIssueResolver } from "@/components/fields/use-issue-resolver";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { DialogActions } from "@/components/ui/dialog-actions";
import { afterPassword } from "@/lib/client/after-password";
import { exportFormats } from "@/lib/domain/formats/export-format";
import type { EditorTarget } from "../findings/target-context";
import type { ExportDialogProps } from "./export-dialog";
import { exportFile } from "./export-file";
import { ExportTemplates } from "./export-templates";

const formSchema = z
  .strictObject({
    format: z.enum(exportFormats),
    secrets: z.enum(["placeholders", "values"]),
    password: z.string().check(z.maxLength(1024)),
  })
  .check(
    z.refine(({ secrets, password }) => secrets === "placeholders" || password !== "", {
      path: ["password"],
      error: "required",
    }),
  );
type Form = z.infer<typeof formSchema>;

const defaultValues: Form = { format: "archive", secrets: "placeholders", password: "" };

/** Formats that are made for one kind of node. */
const forTarget: readonly Form["format"][] = ["cloud-init", "hosts-toml"];

export function ExportForm({
  saved,
  maySeeSecrets,
  target,
  onDone,
}: ExportDialogProps & { onDone: () => void }) {
  const t = useTranslations("export");
  const common = useTranslations("common");
  const form = useForm({ resolver: useIssueResolver(formSchema), defaultValues });
  const { submit, pending, error } = useApiSubmit({
    form,
    ownPassword: "password",
    send: ({ format, secrets, password }) => {
      const withValues = secrets === "values";
      const asked = { revision: saved.number, format, secrets: withValues, target };
      const fetchFile = () => exportFile(saved.id, asked);
      return withValues ? afterPassword(password, fetchFile) : fetchFile();
    },
    onSuccess: onDone,
  });
  const [format, secrets] = useWatch({ control: form.control, name: ["format", "secrets"] });
  const formats = exportFormats.map((value) => ({
    value,
    label: t(`formats.${value}.label`),
    hint: t(`formats.${value}.hint`),
  }));
  const withValues = secrets === "values";
  return (
    <form onSubmit={submit} noValidate className="space-y-4 pb-2">
      <FormError error={error} />
      <RadioField control={form.control} name="format" label={t("format")} options={formats} />
      <ExportTemplates saved={saved} format={format} target={target} />
      {forTarget.includes(format) ? (
        <p className="text-muted text-sm">{t("for", { target: targetName(target) })}</p>
      ) : null}
      {maySeeSecrets ? (
        <RadioField
          control={form.control}
          name="secrets"
          label={t("secrets")}
          options={(["placeholders", "values"] as const).map((value) => ({
            value,
            label: t(value),
            hint: t(`${value}Hint`),
          }))}
        />
      ) : (
        <p className="text-muted text-sm">{t("placeholdersHint")}</p>
      )}
      {withValues ? (
        <>
          <Banner kind="warn">{t("warning")}</Banner>
          <PasswordField
            control={form.control}
            name="password"
            label={t("password")}
            hint={t("passwordHint")}
            autoComplete="current-password"
          />
        </>
      ) : null}
      <DialogActions>
        <Button onClick={onDone}>{common("cancel")}</Button>
        <Button type="submit" variant="primary" pending={pending}>
          {t(withValues ? "confirmSecrets" : "confirm")}
        </Button>
      </DialogActions>
    </form>
  );
}

const targetName = ({ distribution, version }: EditorTarget) =>
  [distribution === "k3s" ? "K3s" : "RKE2", version].filter((part) => part !== undefined).join(" ");
