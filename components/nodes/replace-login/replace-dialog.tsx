"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import type { SshCredentialView, SshReplacementView } from "@/lib/domain/nodes/views";
import type { Role } from "@/lib/domain/people/roles";
import { ReplacementFields } from "./replacement-fields";
import { WaitingReplacement } from "./waiting-replacement";

type ReplaceDialogProps = { credential: SshCredentialView; role: Role; onClose: () => void };

/** Prepares what replaces a login, or goes on with what waits already. */
export function ReplaceDialog({ credential, role, onClose }: ReplaceDialogProps) {
  const t = useTranslations("sshreplacement");
  const router = useRouter();
  const toast = useToast();
  const { name } = credential;
  // The answer of a request is newer than the page until that is read anew.
  const [told, setTold] = useState<SshReplacementView>();
  const replacement = told ?? credential.replacement;
  function change(next: SshReplacementView) {
    setTold(next);
    router.refresh();
  }
  function finish(text: string) {
    onClose();
    toast(text);
    router.refresh();
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={replacement ? t("waitingTitle", { name }) : t("title", { name })}
      description={replacement ? t("waitingText") : t("text")}
    >
      {replacement ? (
        <WaitingReplacement
          credential={credential}
          replacement={replacement}
          role={role}
          onTried={change}
          onUsed={() => finish(t("used", { name }))}
          onDiscarded={() => finish(t("discarded", { name }))}
        />
      ) : (
        <ReplacementFields credential={credential} onAdded={change} onCancel={onClose} />
      )}
    </Dialog>
  );
}
