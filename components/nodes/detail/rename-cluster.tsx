"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { FormError } from "@/components/fields/form-error";
import { TextField } from "@/components/fields/text-field";
import { useApiSubmit } from "@/components/fields/use-api-submit";
import { useIssueResolver } from "@/components/fields/use-issue-resolver";
import { AllowedButton } from "@/components/ui/allowed-button";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { DialogActions } from "@/components/ui/dialog-actions";
import { apiRequest } from "@/lib/client/api";
import type { Named } from "@/lib/domain/named";
import { renameSchema } from "@/lib/domain/nodes/schema";
import { apis } from "@/lib/domain/paths";

type RenameClusterProps = { cluster: Named; refusal: string | undefined };

/** Gives a cluster the name that people use for it; it counts for all its nodes. */
export function RenameCluster({ cluster, refusal }: RenameClusterProps) {
  const t = useTranslations("nodes.cluster");
  const [open, setOpen] = useState(false);
  return (
    <>
      <AllowedButton size="sm" refusal={refusal} onClick={() => setOpen(true)}>
        {t("rename")}
      </AllowedButton>
      <Dialog open={open} onOpenChange={setOpen} title={t("renameTitle")} description={t("renameText")}>
        <RenameForm cluster={cluster} onDone={() => setOpen(false)} />
      </Dialog>
    </>
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
