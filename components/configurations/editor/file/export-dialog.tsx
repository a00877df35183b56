"use client";

import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useForm } from "react-hook-form";
import * as z from "zod/mini";
import { FormError } from "@/components/fields/form-error";
import { PasswordField } from "@/components/fields/password-field";
import { useApiSubmit } from "@/components/fields/use-api-submit";
import { useIssueResolver } from "@/components/fields/use-issue-resolver";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { DialogActions } from "@/components/ui/dialog-actions";
import { apiRequest } from "@/lib/client/api";
import { apis } from "@/lib/domain/paths";
import { exportFile } from "./export-file";

const passwordSchema = z.strictObject({ password: z.string().check(z.minLength(1), z.maxLength(1024)) });

/** The file with its secrets, for someone who types their password again. */
export function ExportDialog({ id, number }: { id: string; number: number }) {
  const t = useTranslations("editor");
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t("exportTitle", { number })}
      trigger={
        <Button size="sm" icon={<KeyRound size={14} aria-hidden />}>
          {t("export")}
        </Button>
      }
    >
      <ExportForm id={id} number={number} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function ExportForm({ id, number, onDone }: { id: string; number: number; onDone: () => void }) {
  const t = useTranslations("editor");
  const common = useTranslations("common");
  const formId = useId();
  const form = useForm({ resolver: useIssueResolver(passwordSchema), defaultValues: { password: "" } });
  const { submit, pending, error } = useApiSubmit({
    form,
    send: async (values) => {
      const checked = await apiRequest("POST", apis.passwordCheck(), values);
      return checked.ok ? exportFile(id, number) : checked;
    },
    onSuccess: onDone,
  });
  return (
    <form id={formId} onSubmit={submit} noValidate className="space-y-4 pb-2">
      <FormError error={error} />
      <Banner kind="warn">{t("exportWarning")}</Banner>
      <PasswordField
        control={form.control}
        name="password"
        label={t("yourPassword")}
        hint={t("yourPasswordHint")}
        autoComplete="current-password"
      />
      <DialogActions>
        <Button onClick={onDone}>{common("cancel")}</Button>
        <Button type="submit" variant="primary" pending={pending}>
          {t("exportConfirm")}
        </Button>
      </DialogActions>
    </form>
  );
}
