"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useToast } from "@/components/ui/toast";
import { PasswordForm } from "./password-form";

/** Begins anew after each change, so that no password stays in a field. */
export function OwnPassword() {
  const t = useTranslations("password");
  const toast = useToast();
  const [changes, setChanges] = useState(0);
  return (
    <div className="max-w-lg">
      <PasswordForm
        key={changes}
        onChanged={() => {
          setChanges(changes + 1);
          toast(t("changed"));
        }}
      />
    </div>
  );
}
