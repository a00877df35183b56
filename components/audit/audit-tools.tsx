"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormError } from "@/components/fields/form-error";
import { useApiAction } from "@/components/fields/use-api-action";
import { AnchorButton } from "@/components/ui/anchor-button";
import { Button } from "@/components/ui/button";
import { apiRequest } from "@/lib/client/api";
import type { AuditFilter } from "@/lib/domain/audit/filter";
import type { AuditVerification } from "@/lib/domain/audit/verification";
import { apis } from "@/lib/domain/paths";
import { VerificationResult } from "./verification-result";

/** Has the log verified as a whole, whatever the filter shows of it, and exports what it shows. */
export function AuditTools({ filter }: { filter: AuditFilter }) {
  const t = useTranslations("audittools");
  const { pending, error, run } = useApiAction();
  const [found, setFound] = useState<AuditVerification>();
  function verify() {
    setFound(undefined);
    void run(() => apiRequest<AuditVerification>("GET", apis.auditVerification()), setFound);
  }
  return (
    <div className="space-y-3" data-no-print="">
      <div className="flex flex-wrap gap-2">
        <Button pending={pending} onClick={verify}>
          {pending ? t("verifying") : t("verify")}
        </Button>
        <AnchorButton href={apis.auditExport("csv", filter)} download>
          {t("exportCsv")}
        </AnchorButton>
        <AnchorButton href={apis.auditExport("jsonl", filter)} download>
          {t("exportJsonl")}
        </AnchorButton>
      </div>
      <FormError error={error} />
      {found ? <VerificationResult found={found} /> : null}
    </div>
  );
}
