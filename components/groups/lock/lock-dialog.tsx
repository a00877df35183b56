"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm, useWatch } from "react-hook-form";
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
import { type GroupLock, longestLockDays } from "@/lib/domain/groups/lock";
import { lockGroupSchema } from "@/lib/domain/groups/lock-schema";
import type { Named } from "@/lib/domain/named";
import { apis } from "@/lib/domain/paths";
import { type LockEnd, lockEnd, lockEnds, toLocalField } from "./lock-end";

/** `until` is the time of one's own. */
type LockForm = { end: LockEnd; until: string; reason: string };

/** The field tells minutes: an end that is left as it stands there keeps its seconds. */
const schemaFor = (lock: GroupLock | undefined) =>
  formSchema(({ end, until, reason }: LockForm) => {
    const isKept = lock !== undefined && end === "own" && until === toLocalField(lock.until);
    return { until: isKept ? lock.until : lockEnd(end, until, new Date()), reason };
  }, lockGroupSchema);

const toForm = (lock: GroupLock | undefined): LockForm =>
  lock
    ? { end: "own", until: toLocalField(lock.until), reason: lock.reason }
    : { end: "hour", until: "", reason: "" };

type LockDialogProps = {
  group: Named;
  lock: GroupLock | undefined;
  /** It is somebody else's, and becomes the reader's. */
  taken: boolean;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Asks until when nobody else may push to a group, and why. */
export function LockDialog({ group, lock, taken, open, onOpenChange }: LockDialogProps) {
  const t = useTranslations("grouplock");
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t(lock ? "changeTitle" : "title", { name: group.name })}
      description={lock && taken ? t("takeover", { by: lock.byName }) : t("text")}
    >
      {open ? <Form groupId={group.id} lock={lock} onClose={() => onOpenChange(false)} /> : null}
    </Dialog>
  );
}

type FormProps = { groupId: string; lock: GroupLock | undefined; onClose: () => void };

function Form({ groupId, lock, onClose }: FormProps) {
  const t = useTranslations("grouplock");
  const common = useTranslations("common");
  const router = useRouter();
  const [schema] = useState(() => schemaFor(lock));
  const form = useForm({ resolver: useIssueResolver(schema), defaultValues: toForm(lock) });
  const { control } = form;
  const end = useWatch({ control, name: "end" });
  const { submit, pending, error } = useApiSubmit({
    form,
    send: (values) => apiRequest("PUT", apis.groupLock(groupId), values),
    onSuccess: () => {
      onClose();
      router.refresh();
    },
  });
  return (
    <form onSubmit={submit} noValidate className="space-y-4">
      <FormError error={error} />
      <SelectField
        control={control}
        name="end"
        label={t("until")}
        options={lockEnds.map((each) => ({ value: each, label: t(`ends.${each}`) }))}
      />
      {end === "own" ? (
        <TextField
          control={control}
          name="until"
          type="datetime-local"
          label={t("time")}
          hint={t("timeHint", { days: longestLockDays })}
        />
      ) : null}
      <TextField
        control={control}
        name="reason"
        label={t("reason")}
        hint={t("reasonHint")}
        autoComplete="off"
      />
      <DialogActions>
        <Button onClick={onClose}>{common("cancel")}</Button>
        <Button type="submit" variant="primary" pending={pending}>
          {t(lock ? "changeConfirm" : "confirm")}
        </Button>
      </DialogActions>
    </form>
  );
}
