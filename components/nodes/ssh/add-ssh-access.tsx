"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Later } from "@/components/ui/later";
import { part } from "@/lib/client/part";

const addSshCredential = part(() => import("./add-ssh-credential").then((module) => module.AddSshCredential));

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
      <Later part={addSshCredential} open={open} onMissing={() => setOpen(false)}>
        {(AddSshCredential) => (
          <AddSshCredential open={open} onOpenChange={setOpen} onAdded={() => router.refresh()} />
        )}
      </Later>
    </>
  );
}
