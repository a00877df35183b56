"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Later } from "@/components/ui/later";
import { Table } from "@/components/ui/table";
import { useToast } from "@/components/ui/toast";
import { part } from "@/lib/client/part";
import type { CertificateLine } from "@/lib/domain/certificates/schema";
import { useCertificateColumns } from "./certificate-columns";
import type { CertificateAction } from "./opened-certificate";

const openedCertificate = part(() =>
  import("./opened-certificate").then((module) => module.OpenedCertificate),
);

type CertificatesProps = {
  certificates: CertificateLine[];
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
  const columns = useCertificateColumns({ now, open: canWrite ? setOpened : null });
  return (
    <>
      <Table caption={t("caption")} columns={columns} rows={certificates} rowKey={(one) => one.id} />
      <Later part={openedCertificate} open={opened !== null} onMissing={() => setOpened(null)}>
        {(OpenedCertificate) =>
          opened ? (
            <OpenedCertificate
              opened={opened}
              onClose={() => setOpened(null)}
              onDone={(text) => {
                setOpened(null);
                toast(text);
                router.refresh();
              }}
            />
          ) : null
        }
      </Later>
    </>
  );
}
