"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type CertificateAction, OpenedCertificate } from "@/components/credentials/opened-certificate";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { CertificateView } from "@/lib/domain/certificates/schema";
import { pages } from "@/lib/domain/paths";

/** What may be done with one certificate on its own page. */
export function CertificateActions({ certificate }: { certificate: CertificateView }) {
  const t = useTranslations("credentials");
  const own = useTranslations("certificates");
  const router = useRouter();
  const toast = useToast();
  const [action, setAction] = useState<CertificateAction["action"] | null>(null);
  return (
    <>
      <Button onClick={() => setAction("delete")}>{t("delete.action")}</Button>
      <Button onClick={() => setAction("rename")}>{t("rename.action")}</Button>
      <Button variant="primary" onClick={() => setAction("replace")}>
        {own("replace")}
      </Button>
      {action ? (
        <OpenedCertificate
          opened={{ action, certificate }}
          onClose={() => setAction(null)}
          onDone={(text, done) => {
            setAction(null);
            toast(text);
            if (done === "delete") router.push(pages.credentials("tls"));
            else router.refresh();
          }}
        />
      ) : null}
    </>
  );
}
