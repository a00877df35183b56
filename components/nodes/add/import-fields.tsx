"use client";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useForm, useWatch } from "react-hook-form";
import { FormError } from "@/components/fields/form-error";
import { useApiSubmit } from "@/components/fields/use-api-submit";
import { useIssueResolver } from "@/components/fields/use-issue-resolver";
import { AllowedButton } from "@/components/ui/allowed-button";
import { apiRequest } from "@/lib/client/api";
import { useLeaveGuard } from "@/lib/client/leave-guard";
import type { Named } from "@/lib/domain/named";
import type { ImportReport, Login } from "@/lib/domain/nodes/views";
import { apis } from "@/lib/domain/paths";
import { ImportDefaults } from "./import-defaults";
import { findKnown, importFormSchema, type KnownNode, toNodes } from "./import-form";
import { InventoryGroups, inSeveral } from "./inventory-groups";
import { InventoryPlan } from "./inventory-plan";
import { InventorySource } from "./inventory-source";
import { LeftOutLists } from "./left-out";
import { meantUser } from "./node-form";
import { useInventory } from "./use-inventory";

type ImportFieldsProps = {
  logins: Login[];
  groups: Named[];
  known: KnownNode[];
  groupId: string;
  onLogin: (login: Login) => void;
  onReport: (report: ImportReport) => void;
};

const readPort = (value: unknown) =>
  Number.isInteger(Number(value)) && Number(value) > 0 ? Number(value) : 22;

export function ImportFields({ logins, groups, known, groupId, onLogin, onReport }: ImportFieldsProps) {
  const t = useTranslations("inventory");
  const state = useInventory();
  const { inventory } = state;
  const form = useForm({
    resolver: useIssueResolver(importFormSchema),
    defaultValues: {
      username: "",
      port: 22 as string | number,
      sshCredentialId: logins.length === 1 ? (logins[0]?.id ?? "") : "",
      groupId,
      jumpId: "",
    },
  });
  const [username, sshCredentialId, typedPort, jumpId] = useWatch({
    control: form.control,
    name: ["username", "sshCredentialId", "port", "jumpId"],
  });
  const port = readPort(typedPort);
  const there = useMemo(
    () => findKnown(inventory.rows, known, { port, jumpId: jumpId || null }),
    [inventory, known, port, jumpId],
  );
  const fresh = inventory.rows.filter((row) => !there.has(row) && !state.leftAside.has(row));
  const several = inSeveral(fresh, state.groups).length;
  const { submit, pending, error } = useApiSubmit({
    form,
    send: ({ port: given, ...values }) => {
      const nodes = toNodes(fresh, { port: given, groups: state.groups });
      return apiRequest<ImportReport>("POST", apis.importNodes(), { ...values, nodes, from: state.kind });
    },
    onSuccess: onReport,
  });
  useLeaveGuard((form.formState.isDirty || state.text !== "") && !pending);
  const first = inventory.rows.length > 0;
  return (
    <form onSubmit={submit} noValidate className="space-y-5">
      <FormError error={error} />
      <InventorySource state={state} />
      <p role="status" className="text-muted text-sm tabular-nums">
        {first || inventory.left.length > 0
          ? t("count", { fresh: fresh.length, known: there.size, left: inventory.left.length })
          : null}
      </p>
      <LeftOutLists left={inventory.left} />
      <InventoryGroups
        rows={inventory.rows}
        groups={groups}
        chosen={state.groups}
        onChoose={state.setGroups}
      />
      {first ? (
        <InventoryPlan
          rows={inventory.rows}
          known={there}
          leftAside={state.leftAside}
          onLeaveAside={state.setLeftAside}
          groups={state.groups}
          defaults={{
            username: username.trim() || meantUser({ username: "", sshCredentialId }, logins),
            port,
          }}
        />
      ) : null}
      <ImportDefaults form={form} logins={logins} groups={groups} jumps={known} onLogin={onLogin} />
      <AllowedButton
        type="submit"
        variant="primary"
        pending={pending}
        refusal={fresh.length === 0 ? t("nothing") : several > 0 ? t("groupsText") : undefined}
      >
        {t("submit", { count: fresh.length })}
      </AllowedButton>
    </form>
  );
}
