"use client";
import { useTranslations } from "next-intl";
import { type LoginAction, OpenedLogin } from "@/components/credentials/opened-login";
import { Button } from "@/components/ui/button";
import type { CredentialView } from "@/lib/domain/credentials/schema";
import { useAction } from "./use-action";

/** What may be done with one registry login on its own page. */
export function LoginActions({ credential }: { credential: CredentialView }) {
  const t = useTranslations("credentials");
  const { action, begin, close, done } = useAction<LoginAction["action"]>("registry");
  return (
    <>
      <Button onClick={() => begin("delete")}>{t("delete.action")}</Button>
      <Button onClick={() => begin("edit")}>{t("detail.edit")}</Button>
      <Button variant="primary" onClick={() => begin("rotate")}>
        {t("detail.replace")}
      </Button>
      {action ? <OpenedLogin opened={{ action, credential }} onClose={close} onDone={done} /> : null}
    </>
  );
}
