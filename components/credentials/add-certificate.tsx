"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Later } from "@/components/ui/later";
import { useToast } from "@/components/ui/toast";
import { part } from "@/lib/client/part";

const certificateDialog = part(() =>
  import("./certificate-dialog").then((module) => module.CertificateDialog),
);

export function AddCertificate() {
  const t = useTranslations("certificates");
  const shared = useTranslations("credentials");
  const router = useRouter();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        {t("add")}
      </Button>
      <Later part={certificateDialog} open={open} onMissing={() => setOpen(false)}>
        {(CertificateDialog) =>
          open ? (
            <CertificateDialog
              certificate={null}
              onClose={() => setOpen(false)}
              onSaved={({ name }) => {
                setOpen(false);
                toast(shared("saved", { name }));
                router.refresh();
              }}
            />
          ) : null
        }
      </Later>
    </>
  );
}
