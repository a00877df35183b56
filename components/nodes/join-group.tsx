"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import * as z from "zod/mini";
import { FormError } from "@/components/fields/form-error";
import { SelectField } from "@/components/fields/select-field";
import { useApiSubmit } from "@/components/fields/use-api-submit";
import { useIssueResolver } from "@/components/fields/use-issue-resolver";
import { Button } from "@/components/ui/button";
import { DialogActions } from "@/components/ui/dialog-actions";
import { apiRequest } from "@/lib/client/api";
import type { Named } from "@/lib/domain/named";
import { idSchema } from "@/lib/domain/nodes/schema";
import type { NodeView } from "@/lib/domain/nodes/views";
import { apis } from "@/lib/domain/paths";

const joinSchema = z.strictObject({ groupId: idSchema });

type JoinGroupProps = { nodes: NodeView[]; groups: Named[]; onDone: () => void };

/** Joins nodes to a group. A node is in one group only, so it leaves the one it was in. */
export function JoinGroup({ nodes, groups, onDone }: JoinGroupProps) {
  const t = useTranslations("nodes.list");
  const common = useTranslations("common");
  const router = useRouter();
  const form = useForm({ resolver: useIssueResolver(joinSchema), defaultValues: { groupId: "" } });
  const { submit, pending, error } = useApiSubmit({
    form,
    send: ({ groupId }) =>
      apiRequest("PATCH", apis.group(groupId), { addNodeIds: nodes.map(({ id }) => id) }),
    onSuccess: () => {
      router.refresh();
      onDone();
    },
  });
  const groupId = form.watch("groupId");
  const moving = nodes.filter(({ group }) => group && groupId && group.id !== groupId).length;
  return (
    <form onSubmit={submit} noValidate className="space-y-4">
      <FormError error={error} />
      <SelectField
        control={form.control}
        name="groupId"
        label={t("group")}
        hint={t("groupHint")}
        options={[
          { value: "", label: t("chooseGroup"), disabled: true },
          ...groups.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <p role="status" className="text-muted text-sm">
        {moving > 0 ? t("moving", { count: moving }) : null}
      </p>
      <DialogActions>
        <Button onClick={onDone}>{common("cancel")}</Button>
        <Button type="submit" variant="primary" pending={pending}>
          {t("join")}
        </Button>
      </DialogActions>
    </form>
  );
}
