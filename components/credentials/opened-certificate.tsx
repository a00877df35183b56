"use client";
import { useTranslations } from "next-intl";
import type { CertificateView } from "@/lib/domain/certificates/schema";
import { apis } from "@/lib/domain/paths";
import { CertificateDialog } from "./certificate-dialog";
import { DeleteDialog } from "./delete-dialog";
import { RenameDialog } from "./rename-dialog";

export type CertificateAction = { action: "replace" | "rename" | "delete"; certificate: CertificateView };

type OpenedCertificateProps = {
  opened: CertificateAction;
  onClose: () => void;
  /** `text` says what was done. */
  onDone: (text: string, action: CertificateAction["action"]) => void;
};

/** The dialog of what was chosen for a certificate. */
export function OpenedCertificate({
  opened: { action, certificate },
  onClose,
  onDone,
}: OpenedCertificateProps) {
  const t = useTranslations("credentials");
  const { id, name } = certificate;
  const saved = (newName: string) => onDone(t("saved", { name: newName }), action);
  switch (action) {
    case "replace":
      return (
        <CertificateDialog certificate={certificate} onClose={onClose} onSaved={(one) => saved(one.name)} />
      );
    case "rename":
      return <RenameDialog name={name} path={apis.certificate(id)} onClose={onClose} onSaved={saved} />;
    case "delete":
      return (
        <DeleteDialog
          kind="tls"
          name={name}
          path={apis.certificate(id)}
          users={certificate.usedBy}
          onClose={onClose}
          onDeleted={() => onDone(t("deleted", { name }), action)}
        />
      );
  }
}
