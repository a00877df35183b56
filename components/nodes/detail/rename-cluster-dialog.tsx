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
import type { Named } from "@/lib/domain/named";
import { renameSchema } from "@/lib/domain/nodes/schema";
import { apis } from "@/lib/domain/paths";

type RenameClusterDialogProps = { cluster: Named; open: boolean; onOpenChange: (open: boolean) => void };

export function RenameClusterDialog({ cluster, open, onOpenChange }: RenameClusterDialogProps) {
  const t = useTranslations("nodes.cluster");
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("renameTitle")} description={t("renameText")}>
      <RenameForm cluster={cluster} onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

function RenameForm({ cluster, onDone }: { cluster: Named; onDone: () => void }) {
  const t = useTranslations("nodes.cluster");
  const common = useTranslations("common");
  const router = useRouter();
  const form = useForm({ resolver: useIssueResolver(renameSchema), defaultValues: { name: cluster.name } });
  const { submit, pending, error } = useApiSubmit({
    form,
    send: (values) => apiRequest("PATCH", apis.cluster(cluster.id), values),
    onSuccess: () => {
      router.refresh();
      onDone();
    },
  });
  return (
    <form onSubmit={submit} noValidate className="space-y-5">
      <FormError error={error} />
      <TextField control={form.control} name="name" label={t("name")} autoComplete="off" />
      <DialogActions>
        <Button onClick={onDone}>{common("cancel")}</Button>
        <Button type="submit" variant="primary" pending={pending}>
          {t("rename")}
        </Button>
      </DialogActions>
    </form>
  );
}
