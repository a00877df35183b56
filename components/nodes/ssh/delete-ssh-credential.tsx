"use client";
import { useTranslations } from "next-intl";
import { FormError } from "@/components/fields/form-error";
import { useApiAction } from "@/components/fields/use-api-action";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import { TextLink } from "@/components/ui/text-link";
import { apiRequest } from "@/lib/client/api";
import type { SshCredentialView } from "@/lib/domain/nodes/views";
import { apis, pages } from "@/lib/domain/paths";
import { DeleteTrigger } from "./delete-trigger";

const most = 20;

type DeleteProps = { credential: SshCredentialView; refusal: string | undefined };

/** Forgets a login, unless nodes still use it; then they are named. */
export function DeleteSshCredential({ credential, refusal }: DeleteProps) {
  const t = useTranslations("nodes.ssh");
  const { name, nodes } = credential;
  const { error, run } = useApiAction({ refresh: true });
  const button = <DeleteTrigger label={t("delete", { name })} refusal={refusal} />;
  if (refusal !== undefined) return button;
  if (nodes.length > 0)
    return (
      <Dialog
        title={t("deleteTitle", { name })}
        description={t("deleteUsed", { count: nodes.length })}
        trigger={button}
      >
        <ul className="list-disc ps-5">
          {nodes.slice(0, most).map((node) => (
            <li key={node.id} className="[overflow-wrap:anywhere]">
              <TextLink href={pages.node(node.id)}>{node.name}</TextLink>
            </li>
          ))}
        </ul>
        {nodes.length > most ? (
          <p className="ps-5 text-muted">{t("more", { count: nodes.length - most })}</p>
        ) : null}
      </Dialog>
    );
  return (
    <ConfirmDialog
      title={t("deleteTitle", { name })}
      confirmLabel={t("delete", { name })}
      trigger={button}
      onConfirm={() => run(() => apiRequest("DELETE", apis.sshCredential(credential.id)))}
    >
      <FormError error={error} />
      <p>{t("deleteText")}</p>
    </ConfirmDialog>
  );
}
