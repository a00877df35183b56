"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { RegistryLoginDialog } from "./registry-login-dialog";

export function AddRegistryLogin() {
  const t = useTranslations("credentials");
  const router = useRouter();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        {t("registry.add")}
      </Button>
      {open ? (
        <RegistryLoginDialog
          credential={null}
          onClose={() => setOpen(false)}
          onSaved={({ name }) => {
            setOpen(false);
            toast(t("saved", { name }));
            router.refresh();
          }}
        />
      ) : null}
    </>
  );
}
