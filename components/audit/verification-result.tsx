"use client";
import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import type { AuditVerification } from "@/lib/domain/audit/verification";

/** Whether the log is whole, the first place where it is not, and what the digests say nothing of. */
export function VerificationResult({ found }: { found: AuditVerification }) {
  const t = useTranslations("audittools");
  const { covered, earlier, unsealed } = found;
  const uncovered = (
    <>
      {earlier > 0 ? <p>{t("earlier", { count: earlier })}</p> : null}
      {unsealed > 0 ? <p>{t("unsealed", { count: unsealed })}</p> : null}
    </>
  );
  if (found.ok)
    return (
      <Banner kind={unsealed > 0 ? "warn" : "ok"} role="status" title={t("whole", { covered })}>
        {earlier + unsealed > 0 ? uncovered : null}
      </Banner>
    );
  return (
    <Banner kind="error" role="alert" title={t("broken")}>
      <p>{t(`why.${found.why}`, { id: found.id })}</p>
      {found.further > 0 ? <p>{t("further", { count: found.further })}</p> : null}
      <p>{t("until", { covered })}</p>
      {uncovered}
    </Banner>
  );
}
