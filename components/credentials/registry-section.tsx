import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import type { CredentialLine } from "@/lib/domain/credentials/schema";
import { RegistryLogins } from "./registry-logins";

type RegistrySectionProps = { credentials: CredentialLine[]; canWrite: boolean; action: ReactNode };

export function RegistrySection({ credentials, canWrite, action }: RegistrySectionProps) {
  const t = useTranslations("credentials.registry");
  if (credentials.length > 0) return <RegistryLogins credentials={credentials} canWrite={canWrite} />;
  return (
    <EmptyState title={t("emptyTitle")} action={action}>
      {t("emptyText")}
    </EmptyState>
  );
}
