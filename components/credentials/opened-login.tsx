"use client";
import { useTranslations } from "next-intl";
import type { CredentialView } from "@/lib/domain/credentials/schema";
import { apis } from "@/lib/domain/paths";
import { DeleteDialog } from "./delete-dialog";
import { RegistryLoginDialog } from "./registry-login-dialog";

export type LoginAction = { action: "edit" | "rotate" | "delete"; credential: CredentialView };

type OpenedLoginProps = {
  opened: LoginAction;
  onClose: () => void;
  /** `text` says what was done. */
  onDone: (text: string, action: LoginAction["action"]) => void;
};

/** The dialog of what was chosen for a registry login. */
export function OpenedLogin({ opened: { action, credential }, onClose, onDone }: OpenedLoginProps) {
  const t = useTranslations("credentials");
  if (action !== "delete") {
    return (
      <RegistryLoginDialog
        credential={credential}
        rotate={action === "rotate"}
        onClose={onClose}
        onSaved={({ name }) => onDone(t("saved", { name }), action)}
      />
    );
  }
  return (
    <DeleteDialog
      kind="registry"
      name={credential.name}
      path={apis.credential(credential.id)}
      users={credential.usedBy}
      onClose={onClose}
      onDeleted={() => onDone(t("deleted", { name: credential.name }), action)}
    />
  );
}
