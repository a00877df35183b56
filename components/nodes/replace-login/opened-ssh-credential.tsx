"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { RenameDialog } from "@/components/credentials/rename-dialog";
import type { SshCredentialView } from "@/lib/domain/nodes/views";
import { apis } from "@/lib/domain/paths";
import type { Role } from "@/lib/domain/people/roles";
import { ReplaceDialog } from "./replace-dialog";

type OpenedProps = {
  action: "replace" | "rename";
  credential: SshCredentialView;
  role: Role;
  onClose: () => void;
};

/** The dialog of what was chosen for an SSH credential. */
export function OpenedSshCredential({ action, credential, role, onClose }: OpenedProps) {
  const t = useTranslations("sshreplacement");
  const router = useRouter();
  if (action === "replace") return <ReplaceDialog credential={credential} role={role} onClose={onClose} />;
  return (
    <RenameDialog
      name={credential.name}
      text={t("renameText")}
      path={apis.sshCredential(credential.id)}
      onClose={onClose}
      onSaved={() => {
        onClose();
        router.refresh();
      }}
    />
  );
}
