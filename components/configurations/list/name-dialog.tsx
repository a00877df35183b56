"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { FormError } from "@/components/fields/form-error";
import { TextField } from "@/components/fields/text-field";
import { useApiSubmit } from "@/components/fields/use-api-submit";
import { useIssueResolver } from "@/components/fields/use-issue-resolver";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { DialogActions } from "@/components/ui/dialog-actions";
import { apiRequest } from "@/lib/client/api";
import { duplicateConfigurationSchema } from "@/lib/domain/configurations/schema";
import { apis, pages } from "@/lib/domain/paths";

export type NameTask = "rename" | "duplicate";

type NameDialogProps = {
  task: NameTask | null;
  configuration: { id: string; name: string };
  onClose: () => void;
};

/** Asks for a name: the new one of this configuration, or the one of its copy. */
export function NameDialog({ task, configuration, onClose }: NameDialogProps) {
  const t = useTranslations("configurations");
  return (
    <Dialog
      open={task !== null}
      onOpenChange={(open) => !open && onClose()}
      title={t(task === "duplicate" ? "duplicateTitle" : "renameTitle", { name: configuration.name })}
    >
      {task ? <NameForm key={task} task={task} configuration={configuration} onClose={onClose} /> : null}
    </Dialog>
  );
}

function NameForm({ task, configuration, onClose }: NameDialogProps & { task: NameTask }) {
  const t = useTranslations("configurations");
  const common = useTranslations("common");
  const router = useRouter();
  const { id } = configuration;
  const name = task === "rename" ? configuration.name : t("copyName", { name: configuration.name });
  const form = useForm({ resolver: useIssueResolver(duplicateConfigurationSchema), defaultValues: { name } });
  const { submit, pending, error } = useApiSubmit({
    form,
    send: (values) =>
      task === "rename"
        ? apiRequest<{ id: string }>("PATCH", apis.configuration(id), values)
        : apiRequest<{ id: string }>("POST", apis.duplicateConfiguration(id), values),
    onSuccess: (made) => {
      onClose();
      if (task === "rename") router.refresh();
      else router.push(pages.configuration(made.id));
    },
  });
  return (
    <form onSubmit={submit} noValidate className="space-y-4 pb-2">
      <FormError error={error} />
      <TextField control={form.control} name="name" label={t("name")} autoComplete="off" />
      <DialogActions>
        <Button onClick={onClose}>{common("cancel")}</Button>
        <Button type="submit" variant="primary" pending={pending}>
          {t(task === "rename" ? "rename" : "duplicate")}
        </Button>
      </DialogActions>
    </form>
  );
}
