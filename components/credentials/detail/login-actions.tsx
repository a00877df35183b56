"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type LoginAction, OpenedLogin } from "@/components/credentials/opened-login";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { CredentialView } from "@/lib/domain/credentials/schema";
import { pages } from "@/lib/domain/paths";

/** What may be done with one registry login on its own page. */
export function LoginActions({ credential }: { credential: CredentialView }) {
  const t = useTranslations("credentials");
  const router = useRouter();
  const toast = useToast();
  const [action, setAction] = useState<LoginAction["action"] | null>(null);
  return (
    <>
      <Button onClick={() => setAction("delete")}>{t("delete.action")}</Button>
      <Button onClick={() => setAction("edit")}>{t("detail.edit")}</Button>
      <Button variant="primary" onClick={() => setAction("rotate")}>
        {t("detail.replace")}
      </Button>
      {action ? (
        <OpenedLogin
          opened={{ action, credential }}
          onClose={() => setAction(null)}
          onDone={(text, done) => {
            setAction(null);
            toast(text);
            if (done === "delete") router.push(pages.credentials("registry"));
            else router.refresh();
          }}
        />
      ) : null}
    </>
  );
}
