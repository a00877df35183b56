"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import { Dialog } from "@/components/ui/dialog";
import { oneTimeDays } from "@/lib/domain/people/one-time-password";
import type { OneTimePassword } from "@/lib/domain/people/views";

type SecretDialogProps = { made: OneTimePassword; onClose: () => void };

/** Shows a one-time password this once: the page forgets it when the dialog closes. */
export function SecretDialog({ made: { username, oneTimePassword }, onClose }: SecretDialogProps) {
  const t = useTranslations("people");
  return (
    <Dialog
      open
      stays
      title={t("secretTitle", { username })}
      description={t("secretText", { days: oneTimeDays })}
      footer={
        <Button variant="primary" onClick={onClose}>
          {t("secretDone")}
        </Button>
      }
    >
      <CodeBlock label={t("secretLabel")} code={oneTimePassword} />
    </Dialog>
  );
}
