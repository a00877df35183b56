"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useId } from "react";
import { AllowedButton } from "@/components/ui/allowed-button";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { ApiError } from "@/lib/client/api";
import { FormError } from "./form-error";

type FormDialogProps = {
  title: string;
  text: string;
  submitLabel: string;
  danger?: boolean;
  /** Why there is nothing to submit. */
  refusal?: string | undefined;
  form: { submit: (event: FormEvent) => void; pending: boolean; error: ApiError | undefined };
  onClose: () => void;
  children: ReactNode;
};

/** A dialog that is one form, with what was refused above its fields. */
export function FormDialog(props: FormDialogProps) {
  const { title, text, submitLabel, danger = false, refusal, form, onClose, children } = props;
  const common = useTranslations("common");
  const id = useId();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={text}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <AllowedButton
            type="submit"
            form={id}
            variant={danger ? "danger" : "primary"}
            pending={form.pending}
            refusal={refusal}
          >
            {submitLabel}
          </AllowedButton>
        </>
      }
    >
      <form id={id} onSubmit={form.submit} noValidate className="space-y-5 pb-2">
        <FormError error={form.error} />
        {children}
      </form>
    </Dialog>
  );
}
