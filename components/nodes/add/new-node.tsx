"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { FormError } from "@/components/fields/form-error";
import { useApiSubmit } from "@/components/fields/use-api-submit";
import { useIssueResolver } from "@/components/fields/use-issue-resolver";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { apiRequest } from "@/lib/client/api";
import { useLeaveGuard } from "@/lib/client/leave-guard";
import type { Named } from "@/lib/domain/named";
import type { Login } from "@/lib/domain/nodes/views";
import { apis, pages } from "@/lib/domain/paths";
import { useLogins } from "../ssh/use-logins";
import { NodeFields } from "./node-fields";
import { emptyNode, newNodeSchema } from "./node-form";

type NewNodeProps = { stored: Login[]; groups: Named[]; jumps: Named[]; groupId: string };

/** Registers one machine and goes to its page, where trust comes first. */
export function NewNode({ stored, groups, jumps, groupId }: NewNodeProps) {
  const t = useTranslations("nodes.form");
  const common = useTranslations("common");
  const router = useRouter();
  const { logins, add } = useLogins(stored);
  const only = stored.length === 1 ? stored[0] : undefined;
  const form = useForm({
    resolver: useIssueResolver(newNodeSchema(logins)),
    defaultValues: { ...emptyNode, groupId, sshCredentialId: only?.id ?? "" },
  });
  const { submit, pending, error } = useApiSubmit({
    form,
    send: (values) => apiRequest<Named>("POST", apis.nodes(), values),
    onSuccess: ({ id }) => router.push(pages.node(id)),
  });
  useLeaveGuard(form.formState.isDirty && !pending);
  return (
    <form onSubmit={submit} noValidate className="max-w-160 space-y-5">
      <FormError error={error} />
      <NodeFields form={form} logins={logins} groups={groups} jumps={jumps} onLogin={add} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" pending={pending}>
          {t("create")}
        </Button>
        <LinkButton href={pages.nodes()}>{common("cancel")}</LinkButton>
      </div>
    </form>
  );
}
