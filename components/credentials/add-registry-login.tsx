"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Later } from "@/components/ui/later";
import { useToast } from "@/components/ui/toast";
import { part } from "@/lib/client/part";

const registryLoginDialog = part(() =>
  import("./registry-login-dialog").then((module) => module.RegistryLoginDialog),
);

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
      <Later part={registryLoginDialog} open={open} onMissing={() => setOpen(false)}>
        {(RegistryLoginDialog) =>
          open ? (
            <RegistryLoginDialog
              credential={null}
              onClose={() => setOpen(false)}
              onSaved={({ name }) => {
                setOpen(false);
                toast(t("saved", { name }));
                router.refresh();
              }}
            />
          ) : null
        }
      </Later>
    </>
  );
}
