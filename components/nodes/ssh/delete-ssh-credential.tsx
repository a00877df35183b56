"use client";
import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormError } from "@/components/fields/form-error";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { TextLink } from "@/components/ui/text-link";
import { type ApiError, apiRequest } from "@/lib/client/api";
import { apis, pages } from "@/lib/domain/paths";
import type { SshCredentialView } from "../views";

type DeleteProps = { credential: SshCredentialView; refusal: string | undefined };

/** Forgets a login, unless nodes still use it; then they are named. */
export function DeleteSshCredential({ credential, refusal }: DeleteProps) {
  const t = useTranslations("nodes.ssh");
  const router = useRouter();
  const [error, setError] = useState<ApiError>();
  const { name, nodes } = credential;
  async function remove() {
    const result = await apiRequest("DELETE", apis.sshCredential(credential.id));
    if (!result.ok) setError(result.error);
    else router.refresh();
    return result.ok;
  }
  const button = (
    <IconButton
      label={t("delete", { name })}
      icon={<Trash2 size={14} aria-hidden />}
      aria-disabled={refusal !== undefined || undefined}
      aria-description={refusal}
    />
  );
  if (refusal !== undefined) return button;
  return (
    <ConfirmDialog
      title={t("deleteTitle", { name })}
      confirmLabel={nodes.length > 0 ? t("understood") : t("delete", { name })}
      danger={nodes.length === 0}
      trigger={button}
      onConfirm={() => (nodes.length > 0 ? true : remove())}
    >
      <FormError error={error} />
      {nodes.length > 0 ? (
        <>
          <p>{t("deleteUsed", { count: nodes.length })}</p>
          <ul className="list-disc ps-5">
            {nodes.slice(0, 20).map((node) => (
              <li key={node.id}>
                <TextLink href={pages.node(node.id)}>{node.name}</TextLink>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>{t("deleteText")}</p>
      )}
    </ConfirmDialog>
  );
}
