"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { AddSshCredential } from "./add-ssh-credential";

/** The button that stores a login to nodes, with its dialog. */
export function AddSshAccess() {
  const t = useTranslations("nodes.ssh");
  const router = useRouter();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        {t("add")}
      </Button>
      <AddSshCredential open={open} onOpenChange={setOpen} onAdded={() => router.refresh()} />
    </>
  );
}
