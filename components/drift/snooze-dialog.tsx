"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { FormError } from "@/components/fields/form-error";
import { formSchema } from "@/components/fields/form-schema";
import { SelectField } from "@/components/fields/select-field";
import { TextField } from "@/components/fields/text-field";
import { useApiSubmit } from "@/components/fields/use-api-submit";
import { useIssueResolver } from "@/components/fields/use-issue-resolver";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { DialogActions } from "@/components/ui/dialog-actions";
import { apiRequest } from "@/lib/client/api";
import { snoozeDays, snoozeDriftSchema } from "@/lib/domain/drift/schema";
import { apis } from "@/lib/domain/paths";

type SnoozeForm = { nodeIds: string[]; reason: string; days: string };

const snoozeFormSchema = formSchema(
  (form: SnoozeForm) => ({ ...form, days: Number(form.days) }),
  snoozeDriftSchema,
);

type SnoozeDialogProps = { nodeIds: string[]; open: boolean; onOpenChange: (open: boolean) => void };

/** Asks for how long a difference is left alone, and why: the reason is for whoever finds it next. */
export function SnoozeDialog({ nodeIds, open, onOpenChange }: SnoozeDialogProps) {
  const t = useTranslations("drift.snooze");
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("title", { count: nodeIds.length })}
      description={t("text")}
    >
      {open ? <Form nodeIds={nodeIds} onClose={() => onOpenChange(false)} /> : null}
    </Dialog>
  );
}

function Form({ nodeIds, onClose }: { nodeIds: string[]; onClose: () => void }) {
  const t = useTranslations("drift.snooze");
  const common = useTranslations("common");
  const router = useRouter();
  const form = useForm({
    resolver: useIssueResolver(snoozeFormSchema),
    defaultValues: { nodeIds, reason: "", days: "7" },
  });
  const { submit, pending, error } = useApiSubmit({
    form,
    send: (values) => apiRequest("POST", apis.snoozeDrift(), values),
    onSuccess: () => {
      onClose();
      router.refresh();
    },
  });
  return (
    <form onSubmit={submit} noValidate className="space-y-4 pb-2">
      <FormError error={error} />
      <TextField
        control={form.control}
        name="reason"
        label={t("reason")}
        hint={t("reasonHint")}
        autoComplete="off"
      />
      <SelectField
        control={form.control}
        name="days"
        label={t("days")}
        options={snoozeDays.map((days) => ({ value: String(days), label: t("dayCount", { days }) }))}
      />
      <DialogActions>
        <Button onClick={onClose}>{common("cancel")}</Button>
        <Button type="submit" variant="primary" pending={pending}>
          {t("confirm")}
        </Button>
      </DialogActions>
    </form>
  );
}
