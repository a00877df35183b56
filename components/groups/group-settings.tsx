"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useForm, useWatch } from "react-hook-form";
import { FormError } from "@/components/fields/form-error";
import { formSchema } from "@/components/fields/form-schema";
import { NumberField } from "@/components/fields/number-field";
import { SelectField } from "@/components/fields/select-field";
import { TextField } from "@/components/fields/text-field";
import { TextareaField } from "@/components/fields/textarea-field";
import { useApiSubmit } from "@/components/fields/use-api-submit";
import { useIssueResolver } from "@/components/fields/use-issue-resolver";
import { AllowedButton } from "@/components/ui/allowed-button";
import { useAnnounce } from "@/components/ui/announcer";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { apiRequest } from "@/lib/client/api";
import { useLeaveGuard } from "@/lib/client/leave-guard";
import { updateGroupSchema } from "@/lib/domain/groups/schema";
import type { GroupView } from "@/lib/domain/groups/views";
import type { Named } from "@/lib/domain/named";
import { apis } from "@/lib/domain/paths";

type GroupForm = {
  name: string;
  configurationId: string;
  width: number | string;
  stopAfter: number | string;
  note: string;
};

const settingsSchema = formSchema(
  (form: GroupForm) => ({
    ...form,
    configurationId: form.configurationId || null,
    width: Number(form.width),
    stopAfter: Number(form.stopAfter),
  }),
  updateGroupSchema,
);

const toForm = (group: GroupView): GroupForm => ({
  name: group.name,
  configurationId: group.configuration?.id ?? "",
  width: group.width,
  stopAfter: group.stopAfter,
  note: group.note,
});

type GroupSettingsProps = {
  group: GroupView;
  configurations: Named[];
  refusal: string | undefined;
  /** Why it keeps its configuration, while somebody else has it locked. */
  lockRefusal: string | undefined;
};

/** What is pushed to the group and how carefully. */
export function GroupSettings({ group, configurations, refusal, lockRefusal }: GroupSettingsProps) {
  const t = useTranslations("groups");
  const router = useRouter();
  const announce = useAnnounce();
  const form = useForm({ resolver: useIssueResolver(settingsSchema), defaultValues: toForm(group) });
  const { control, formState } = form;
  const { submit, pending, error } = useApiSubmit({
    form,
    send: (values) => apiRequest("PATCH", apis.group(group.id), values),
    onSuccess: () => {
      form.reset(form.getValues());
      announce(t("saved"));
      router.refresh();
    },
  });
  useLeaveGuard(formState.isDirty && !pending);
  const chosen = useWatch({ control, name: "configurationId" });
  const repointed = chosen !== (group.configuration?.id ?? "") && group.wantedRevision !== null;
  const why = refusal ?? (formState.isDirty ? undefined : t("nothingChanged"));
  return (
    <Card title={t("settings")}>
      <form onSubmit={submit} noValidate className="max-w-160 space-y-5">
        <FormError error={error} />
        <fieldset disabled={refusal !== undefined} className="min-w-0 space-y-5">
          <legend className="sr-only">{t("settings")}</legend>
          <TextField control={control} name="name" label={t("name")} autoComplete="off" />
          <SelectField
            control={control}
            name="configurationId"
            label={t("configuration")}
            hint={lockRefusal ?? t("configurationHint")}
            disabled={lockRefusal !== undefined}
            options={[
              { value: "", label: t("noConfiguration") },
              ...configurations.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          {repointed ? (
            <Banner kind="warn" role="status">
              {t("repointed")}
            </Banner>
          ) : null}
          <NumberField control={control} name="width" label={t("width")} hint={t("widthHint")} />
          <NumberField control={control} name="stopAfter" label={t("stopAfter")} hint={t("stopAfterHint")} />
          <TextareaField control={control} name="note" label={t("note")} rows={3} optional />
        </fieldset>
        <AllowedButton
          type="submit"
          variant={formState.isDirty ? "primary" : "secondary"}
          pending={pending}
          refusal={why}
        >
          {t("save")}
        </AllowedButton>
      </form>
    </Card>
  );
}
