"use client";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { useForm, useWatch } from "react-hook-form";
import { FormError } from "@/components/fields/form-error";
import { TextField } from "@/components/fields/text-field";
import { TextareaField } from "@/components/fields/textarea-field";
import { useApiSubmit } from "@/components/fields/use-api-submit";
import { useIssueResolver } from "@/components/fields/use-issue-resolver";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { apiRequest } from "@/lib/client/api";
import {
  type CertificateForm,
  certificateFormSchema,
  toCreateCertificate,
  toUpdateCertificate,
} from "@/lib/domain/certificates/form";
import { reorderPem } from "@/lib/domain/certificates/pem-order";
import type { CertificateView } from "@/lib/domain/certificates/schema";
import { apis } from "@/lib/domain/paths";
import { RotationImpact } from "./detail/rotation-impact";
import { InspectionReport } from "./inspection-report";
import { KeyField } from "./key-field";
import { PemInput } from "./pem-input";
import { useInspection } from "./use-inspection";

type DialogProps = {
  /** The certificate to replace; null makes a new one. */
  certificate: CertificateView | null;
  onClose: () => void;
  onSaved: (saved: CertificateView) => void;
};

const send = (form: CertificateForm, certificate: CertificateView | null) =>
  certificate
    ? apiRequest<CertificateView>("PATCH", apis.certificate(certificate.id), toUpdateCertificate(form))
    : apiRequest<CertificateView>("POST", apis.certificates(), toCreateCertificate(form));

function useCertificateForm({ certificate, onSaved }: DialogProps) {
  const form = useForm({
    resolver: useIssueResolver(certificateFormSchema),
    defaultValues: {
      name: certificate?.name ?? "",
      certificate: "",
      key: "",
      keyPassphrase: "",
      keepKey: false,
    },
  });
  const submission = useApiSubmit({
    form,
    send: (values) => send(values, certificate),
    onSuccess: onSaved,
  });
  const [pem = "", key = "", keyPassphrase = ""] = useWatch({
    control: form.control,
    name: ["certificate", "key", "keyPassphrase"],
  });
  return { form, ...submission, inspection: useInspection({ certificate: pem, key, keyPassphrase }) };
}

/** Adds a certificate by paste, file or drop, or replaces one, with what the server finds in it shown at once. */
export function CertificateDialog(props: DialogProps) {
  const { certificate, onClose } = props;
  const t = useTranslations("certificates");
  const common = useTranslations("common");
  const formId = useId();
  const { form, submit, pending, error, inspection } = useCertificateForm(props);
  const { control } = form;
  const take = (parts: { certificate: string; key: string }) => {
    if (parts.certificate !== "") form.setValue("certificate", parts.certificate, { shouldDirty: true });
    if (parts.key !== "") form.setValue("key", parts.key, { shouldDirty: true });
  };
  const reorder = (order: readonly number[]) => {
    const sorted = reorderPem(form.getValues("certificate"), order);
    if (sorted !== undefined) form.setValue("certificate", sorted, { shouldDirty: true });
  };
  return (
    <Dialog
      open
      width="lg"
      onOpenChange={(open) => !open && onClose()}
      title={certificate ? t("replaceTitle", { name: certificate.name }) : t("addTitle")}
      description={certificate ? t("replaceText") : t("addText")}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button type="submit" form={formId} variant="primary" pending={pending}>
            {certificate ? t("replace") : t("add")}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="space-y-5">
        <FormError error={error} />
        {certificate ? <RotationImpact path={apis.certificate(certificate.id)} /> : null}
        <TextField control={control} name="name" label={t("name")} hint={t("nameHint")} autoComplete="off" />
        <PemInput onRead={take}>
          <TextareaField
            control={control}
            name="certificate"
            label={t("input.certificate")}
            hint={t("input.certificateHint")}
            mono
            rows={4}
            autoComplete="off"
          />
          <InspectionReport inspection={inspection} onReorder={reorder} />
          <KeyField control={control} inspection={inspection} canKeep={certificate?.hasKey ?? false} />
        </PemInput>
      </form>
    </Dialog>
  );
}
