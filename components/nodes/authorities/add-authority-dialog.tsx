"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useForm, useWatch } from "react-hook-form";
import { FormError } from "@/components/fields/form-error";
import { TextField } from "@/components/fields/text-field";
import { TextareaField } from "@/components/fields/textarea-field";
import { useApiSubmit } from "@/components/fields/use-api-submit";
import { useIssueResolver } from "@/components/fields/use-issue-resolver";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { DialogActions } from "@/components/ui/dialog-actions";
import { apiRequest } from "@/lib/client/api";
import { readAuthority } from "@/lib/domain/nodes/host-authority";
import { apis } from "@/lib/domain/paths";
import { authorityFormSchema, emptyAuthority } from "./authority-form";
import { AuthorityPreview } from "./authority-preview";

type DialogProps = { open: boolean; onOpenChange: (open: boolean) => void };

/** Stores an authority, after its fingerprint was shown. */
export function AddAuthorityDialog({ open, onOpenChange }: DialogProps) {
  const t = useTranslations("hostauthorities");
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("addTitle")} description={t("addText")}>
      <AuthorityFields onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

function AuthorityFields({ onDone }: { onDone: () => void }) {
  const t = useTranslations("hostauthorities");
  const common = useTranslations("common");
  const router = useRouter();
  const form = useForm({ resolver: useIssueResolver(authorityFormSchema), defaultValues: emptyAuthority });
  const { control } = form;
  const { submit, pending, error } = useApiSubmit({
    form,
    send: (values) => apiRequest("POST", apis.hostAuthorities(), values),
    onSuccess: () => {
      router.refresh();
      onDone();
    },
  });
  const key = useWatch({ control, name: "key" });
  const read = readAuthority(key);
  const patterns = (read.ok ? read.value.patterns : null) ?? "*";
  return (
    <form onSubmit={submit} noValidate className="space-y-5">
      <FormError error={error} />
      <TextareaField
        control={control}
        name="key"
        label={t("key")}
        hint={t("keyHint")}
        rows={3}
        mono
        autoComplete="off"
        placeholder={t("keyPlaceholder")}
      />
      {key.trim() ? <AuthorityPreview read={read} /> : null}
      <TextField control={control} name="name" label={t("name")} hint={t("nameHint")} autoComplete="off" />
      <TextField
        control={control}
        name="patterns"
        label={t("patterns")}
        hint={`${t("patternsHint")} ${t("patternsLine", { patterns: patterns === "*" ? t("all") : patterns })}`}
        optional
        autoComplete="off"
        mono
        placeholder={patterns}
      />
      <Banner kind="warn" title={t("warnTitle")}>
        {t("warnText")}
      </Banner>
      <DialogActions>
        <Button onClick={onDone}>{common("cancel")}</Button>
        <Button type="submit" variant="primary" pending={pending}>
          {t("submit")}
        </Button>
      </DialogActions>
    </form>
  );
}
