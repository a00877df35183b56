"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { useForm } from "react-hook-form";
import { FormError } from "@/components/fields/form-error";
import { TextField } from "@/components/fields/text-field";
import { TextareaField } from "@/components/fields/textarea-field";
import { useApiSubmit } from "@/components/fields/use-api-submit";
import { useIssueResolver } from "@/components/fields/use-issue-resolver";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { apiRequest } from "@/lib/client/api";
import { apis } from "@/lib/domain/paths";
import {
  type PublicMirrorFields,
  type PublicMirrorView,
  publicMirrorSchema,
} from "@/lib/domain/public-mirrors/schema";

type MirrorDialogProps = {
  /** The one to edit; null adds one. */
  mirror: PublicMirrorView | null;
  onClose: () => void;
  onSaved: (name: string) => void;
};

const send = (fields: PublicMirrorFields, mirror: PublicMirrorView | null) =>
  mirror
    ? apiRequest<void>("PATCH", apis.publicMirror(mirror.id), fields)
    : apiRequest<void>("POST", apis.publicMirrors(), fields);

/** Adds a mirror to the list, or changes one. */
export function MirrorDialog({ mirror, onClose, onSaved }: MirrorDialogProps) {
  const t = useTranslations("mirrors");
  const common = useTranslations("common");
  const formId = useId();
  const { name = "", registry = "docker.io", address = "", note = "" } = mirror ?? {};
  const form = useForm({
    resolver: useIssueResolver(publicMirrorSchema),
    defaultValues: { name, registry, address, note },
  });
  const { submit, pending, error } = useApiSubmit({
    form,
    send: (fields) => send(fields, mirror),
    onSuccess: (_, fields) => onSaved(fields.name),
  });
  const { control } = form;
  const plain = { control, autoComplete: "off" } as const;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={mirror ? t("editTitle", { name: mirror.name }) : t("addTitle")}
      description={mirror ? undefined : t("addText")}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button type="submit" form={formId} variant="primary" pending={pending}>
            {common("save")}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="space-y-5 pb-2">
        <FormError error={error} />
        <TextField {...plain} name="name" label={t("fields.name")} hint={t("fields.nameHint")} />
        <TextField
          {...plain}
          mono
          name="registry"
          label={t("fields.registry")}
          hint={t("fields.registryHint")}
        />
        <TextField
          {...plain}
          mono
          inputMode="url"
          placeholder="https://mirror.example.com"
          name="address"
          label={t("fields.address")}
          hint={t("fields.addressHint")}
        />
        <TextareaField
          control={control}
          name="note"
          optional
          label={t("fields.note")}
          hint={t("fields.noteHint")}
        />
      </form>
    </Dialog>
  );
}
