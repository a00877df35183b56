"use client";
import { useTranslations } from "next-intl";
import type { LoginAction } from "@/components/credentials/opened-login";
import { Button } from "@/components/ui/button";
import { Later } from "@/components/ui/later";
import { part } from "@/lib/client/part";
import type { CredentialView } from "@/lib/domain/credentials/schema";
import { useAction } from "./use-action";

const openedLogin = part(() =>
  import("@/components/credentials/opened-login").then((module) => module.OpenedLogin),
);

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
      <Later part={openedLogin} open={action !== null} onMissing={close}>
        {(OpenedLogin) =>
          action ? <OpenedLogin opened={{ action, credential }} onClose={close} onDone={done} /> : null
        }
      </Later>
    </>
  );
}
