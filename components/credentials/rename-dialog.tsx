"use client";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { useForm } from "react-hook-form";
import * as z from "zod/mini";
import { FormError } from "@/components/fields/form-error";
import { TextField } from "@/components/fields/text-field";
import { useApiSubmit } from "@/components/fields/use-api-submit";
import { useIssueResolver } from "@/components/fields/use-issue-resolver";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { apiRequest } from "@/lib/client/api";
import { storedNameSchema } from "@/lib/domain/credentials/schema";

const renameSchema = z.strictObject({ name: storedNameSchema });

type RenameDialogProps = {
  name: string;
  /** What refers to it stays; by default said of what files refer to. */
  text?: string;
  path: string;
  onClose: () => void;
  onSaved: (name: string) => void;
};

export function RenameDialog({ name, text, path, onClose, onSaved }: RenameDialogProps) {
  const t = useTranslations("credentials.rename");
  const common = useTranslations("common");
  const formId = useId();
  const form = useForm({ resolver: useIssueResolver(renameSchema), defaultValues: { name } });
  const { submit, pending, error } = useApiSubmit({
    form,
    send: (values) => apiRequest<{ name: string }>("PATCH", path, values),
    onSuccess: (saved) => onSaved(saved.name),
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title", { name })}
      description={text ?? t("text")}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button type="submit" form={formId} variant="primary" pending={pending}>
            {t("confirm")}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="space-y-5">
        <FormError error={error} />
        <TextField control={form.control} name="name" label={t("name")} autoComplete="off" />
      </form>
    </Dialog>
  );
}
