"use client";
import { useTranslations } from "next-intl";
import type { CertificateAction } from "@/components/credentials/opened-certificate";
import { Button } from "@/components/ui/button";
import { Later } from "@/components/ui/later";
import { part } from "@/lib/client/part";
import type { CertificateView } from "@/lib/domain/certificates/schema";
import { useAction } from "./use-action";

const openedCertificate = part(() =>
  import("@/components/credentials/opened-certificate").then((module) => module.OpenedCertificate),
);

/** What may be done with one certificate on its own page. */
export function CertificateActions({ certificate }: { certificate: CertificateView }) {
  const t = useTranslations("credentials");
  const own = useTranslations("certificates");
  const { action, begin, close, done } = useAction<CertificateAction["action"]>("tls");
  return (
    <>
      <Button onClick={() => begin("delete")}>{t("delete.action")}</Button>
      <Button onClick={() => begin("rename")}>{t("rename.action")}</Button>
      <Button variant="primary" onClick={() => begin("replace")}>
        {own("replace")}
      </Button>
      <Later part={openedCertificate} open={action !== null} onMissing={close}>
        {(OpenedCertificate) =>
          action ? <OpenedCertificate opened={{ action, certificate }} onClose={close} onDone={done} /> : null
        }
      </Later>
    </>
  );
}
