import { useNow, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import type { CertificateView } from "@/lib/domain/certificates/schema";
import { Certificates } from "./certificates";

type CertificateSectionProps = { certificates: CertificateView[]; canWrite: boolean; action: ReactNode };

export function CertificateSection({ certificates, canWrite, action }: CertificateSectionProps) {
  const t = useTranslations("certificates");
  const now = useNow().toISOString();
  if (certificates.length > 0)
    return <Certificates certificates={certificates} canWrite={canWrite} now={now} />;
  return (
    <EmptyState title={t("emptyTitle")} action={action}>
      {t("emptyText")}
    </EmptyState>
  );
}
