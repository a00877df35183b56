"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { FormError } from "@/components/fields/form-error";
import { formSchema } from "@/components/fields/form-schema";
import { SelectField } from "@/components/fields/select-field";
import { TextField } from "@/components/fields/text-field";
import { TextareaField } from "@/components/fields/textarea-field";
import { useApiSubmit } from "@/components/fields/use-api-submit";
import { useIssueResolver } from "@/components/fields/use-issue-resolver";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { DialogActions } from "@/components/ui/dialog-actions";
import { apiRequest } from "@/lib/client/api";
import { groupSchema } from "@/lib/domain/groups/schema";
import type { Named } from "@/lib/domain/named";
import { apis, pages } from "@/lib/domain/paths";

type GroupForm = { name: string; note: string; configurationId: string };

const newGroupSchema = formSchema(
  (form: GroupForm) => ({ ...form, configurationId: form.configurationId || null }),
  groupSchema,
);

type NewGroupProps = { open: boolean; onOpenChange: (open: boolean) => void; configurations: Named[] };

export function NewGroup({ open, onOpenChange, configurations }: NewGroupProps) {
  const t = useTranslations("groups");
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("newTitle")} description={t("newText")}>
      <NewGroupForm configurations={configurations} onCancel={() => onOpenChange(false)} />
    </Dialog>
  );
}

type FormProps = { configurations: Named[]; onCancel: () => void };

/** Makes a group and goes to its page, where its nodes are chosen. */
function NewGroupForm({ configurations, onCancel }: FormProps) {
  const t = useTranslations("groups");
  const common = useTranslations("common");
  const router = useRouter();
  const only = configurations.length === 1 ? configurations[0] : undefined;
  const form = useForm({
    resolver: useIssueResolver(newGroupSchema),
    defaultValues: { name: "", note: "", configurationId: only?.id ?? "" },
  });
  const { submit, pending, error } = useApiSubmit({
    form,
    send: (values) => apiRequest<Named>("POST", apis.groups(), values),
    onSuccess: ({ id }) => router.push(pages.group(id)),
  });
  return (
    <form onSubmit={submit} noValidate className="space-y-5">
      <FormError error={error} />
      <TextField
        control={form.control}
        name="name"
        label={t("name")}
        hint={t("nameHint")}
        autoComplete="off"
      />
      <SelectField
        control={form.control}
        name="configurationId"
        label={t("configuration")}
        hint={t("configurationHint")}
        options={[
          { value: "", label: t("noConfiguration") },
          ...configurations.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <TextareaField control={form.control} name="note" label={t("note")} rows={2} optional />
      <DialogActions>
        <Button onClick={onCancel}>{common("cancel")}</Button>
        <Button type="submit" variant="primary" pending={pending}>
          {t("create")}
        </Button>
      </DialogActions>
    </form>
  );
}
