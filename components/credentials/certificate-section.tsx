import { useNow, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import type { CertificateLine } from "@/lib/domain/certificates/schema";
import { byName } from "@/lib/domain/named";
import { Certificates } from "./certificates";

type CertificateSectionProps = { certificates: CertificateLine[]; canWrite: boolean; action: ReactNode };

/** Those that end first come first. */
export function CertificateSection({ certificates, canWrite, action }: CertificateSectionProps) {
  const t = useTranslations("certificates");
  const now = useNow().toISOString();
  const sorted = [...certificates].sort(
    (one, other) => Date.parse(one.notAfter) - Date.parse(other.notAfter) || byName(one, other),
  );
  if (sorted.length > 0) return <Certificates certificates={sorted} canWrite={canWrite} now={now} />;
  return (
    <EmptyState title={t("emptyTitle")} action={action}>
      {t("emptyText")}
    </EmptyState>
  );
}
