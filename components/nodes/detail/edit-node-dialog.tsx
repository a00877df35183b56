"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useForm, useWatch } from "react-hook-form";
import { FormError } from "@/components/fields/form-error";
import { useApiSubmit } from "@/components/fields/use-api-submit";
import { useIssueResolver } from "@/components/fields/use-issue-resolver";
import { AllowedButton } from "@/components/ui/allowed-button";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { DialogActions } from "@/components/ui/dialog-actions";
import { apiRequest } from "@/lib/client/api";
import type { Named } from "@/lib/domain/named";
import type { Login, NodeView } from "@/lib/domain/nodes/views";
import { apis } from "@/lib/domain/paths";
import { NodeFields } from "../add/node-fields";
import { changedNodeSchema, toNodeForm } from "../add/node-form";
import { useLogins } from "../ssh/use-logins";

type EditNodeDialogProps = {
  node: NodeView;
  stored: Login[];
  groups: Named[];
  jumps: Named[];
  /** Why it keeps its group and its address, while its group is locked. */
  stays: string | undefined;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

export function EditNodeDialog({ open, onOpenChange, ...rest }: EditNodeDialogProps) {
  const t = useTranslations("nodes.form");
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("editTitle", { name: rest.node.name })}
      width="lg"
    >
      <EditForm {...rest} onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

type EditFormProps = Omit<EditNodeDialogProps, "open" | "onOpenChange"> & { onDone: () => void };

/** Changes a node. Another address may be another machine, so that is said before it is saved. */
function EditForm({ node, stored, groups, jumps, stays, onDone }: EditFormProps) {
  const t = useTranslations("nodes.form");
  const common = useTranslations("common");
  const router = useRouter();
  const { logins, add } = useLogins(stored);
  const form = useForm({
    resolver: useIssueResolver(changedNodeSchema(logins)),
    defaultValues: toNodeForm(node),
  });
  const { submit, pending, error } = useApiSubmit({
    form,
    send: (values) => apiRequest("PATCH", apis.node(node.id), values),
    onSuccess: () => {
      router.refresh();
      onDone();
    },
  });
  const [host, port, jumpId] = useWatch({ control: form.control, name: ["host", "port", "jumpId"] });
  const rerouted = jumpId !== (node.jump?.id ?? "");
  const moved = host.trim().toLowerCase() !== node.host || Number(port) !== node.port || rerouted;
  return (
    <form onSubmit={submit} noValidate className="space-y-5">
      <FormError error={error} />
      <NodeFields
        form={form}
        logins={logins}
        groups={groups}
        jumps={jumps}
        onLogin={add}
        stays={stays}
        hasSudoPassword={node.hasSudoPassword}
      />
      {moved ? (
        <Banner kind="warn" role="status">
          {stays ?? t("moved")}
        </Banner>
      ) : null}
      <DialogActions>
        <Button onClick={onDone}>{common("cancel")}</Button>
        <AllowedButton type="submit" variant="primary" pending={pending} refusal={moved ? stays : undefined}>
          {t("save")}
        </AllowedButton>
      </DialogActions>
    </form>
  );
}
