"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import * as z from "zod/mini";
import { FormError } from "@/components/fields/form-error";
import { SelectField } from "@/components/fields/select-field";
import { useApiSubmit } from "@/components/fields/use-api-submit";
import { useIssueResolver } from "@/components/fields/use-issue-resolver";
import { useStays } from "@/components/groups/use-stays";
import { AllowedButton } from "@/components/ui/allowed-button";
import { Button } from "@/components/ui/button";
import { DialogActions } from "@/components/ui/dialog-actions";
import { apiRequest } from "@/lib/client/api";
import type { LockedFor } from "@/lib/domain/groups/lockers";
import { idSchema } from "@/lib/domain/nodes/schema";
import type { NodeView } from "@/lib/domain/nodes/views";
import { apis } from "@/lib/domain/paths";

const joinSchema = z.strictObject({ groupId: idSchema });

type JoinGroupProps = { nodes: NodeView[]; groups: LockedFor[]; onDone: () => void };

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
  const moving = nodes.filter(({ group }) => group && groupId && group.id !== groupId);
  const stays = useStays(groups);
  const refusal = moving.map(stays).find((reason) => reason !== undefined);
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
        {refusal ?? (moving.length > 0 ? t("moving", { count: moving.length }) : null)}
      </p>
      <DialogActions>
        <Button onClick={onDone}>{common("cancel")}</Button>
        <AllowedButton type="submit" variant="primary" pending={pending} refusal={refusal}>
          {t("join")}
        </AllowedButton>
      </DialogActions>
    </form>
  );
}
