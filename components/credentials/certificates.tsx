"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Table } from "@/components/ui/table";
import { useToast } from "@/components/ui/toast";
import type { CertificateView } from "@/lib/domain/certificates/schema";
import { apis } from "@/lib/domain/paths";
import { type CertificateAction, useCertificateColumns } from "./certificate-columns";
import { CertificateDetails } from "./certificate-details";
import { CertificateDialog } from "./certificate-dialog";
import { DeleteDialog } from "./delete-dialog";
import { RenameDialog } from "./rename-dialog";

type CertificatesProps = {
  certificates: CertificateView[];
  canWrite: boolean;
  /** The time of the page, so that server and browser count the same days. */
  now: string;
};

/** What is known of each certificate, and what may be done with it. */
export function Certificates({ certificates, canWrite, now }: CertificatesProps) {
  const t = useTranslations("certificates");
  const router = useRouter();
  const toast = useToast();
  const [opened, setOpened] = useState<CertificateAction | null>(null);
  const columns = useCertificateColumns({ canWrite, now, open: setOpened });
  return (
    <>
      <Table caption={t("caption")} columns={columns} rows={certificates} rowKey={(one) => one.id} />
      {opened ? (
        <OpenedDialog
          opened={opened}
          onClose={() => setOpened(null)}
          onDone={(text) => {
            setOpened(null);
            toast(text);
            router.refresh();
          }}
        />
      ) : null}
    </>
  );
}

type OpenedProps = { opened: CertificateAction; onClose: () => void; onDone: (text: string) => void };

function OpenedDialog({ opened: { action, certificate }, onClose, onDone }: OpenedProps) {
  const t = useTranslations("credentials");
  const { name } = certificate;
  const path = apis.certificate(certificate.id);
  switch (action) {
    case "details":
      return (
        <Dialog open width="lg" onOpenChange={(open) => !open && onClose()} title={name}>
          <CertificateDetails facts={certificate} />
        </Dialog>
      );
    case "replace":
      return (
        <CertificateDialog
          certificate={certificate}
          onClose={onClose}
          onSaved={(saved) => onDone(t("saved", { name: saved.name }))}
        />
      );
    case "rename":
      return (
        <RenameDialog
          name={name}
          path={path}
          onClose={onClose}
          onSaved={(saved) => onDone(t("saved", { name: saved }))}
        />
      );
    case "delete":
      return (
        <DeleteDialog
          kind="tls"
          name={name}
          path={path}
          users={certificate.usedBy}
          onClose={onClose}
          onDeleted={() => onDone(t("deleted", { name }))}
        />
      );
  }
}
