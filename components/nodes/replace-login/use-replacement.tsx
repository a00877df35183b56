"use client";
import { useTranslations } from "next-intl";
import { FormError } from "@/components/fields/form-error";
import { useApiAction } from "@/components/fields/use-api-action";
import { AllowedButton } from "@/components/ui/allowed-button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { apiRequest } from "@/lib/client/api";
import { doubtsOf } from "@/lib/domain/nodes/login-trial";
import { apis } from "@/lib/domain/paths";
import type { Waiting } from "./waiting-replacement";

const most = 20;

type UseProps = Waiting & { refusal: string | undefined; onUsed: () => void };

/** Makes what waits the login of all nodes that use the credential, with a word about those that did not take it. */
export function UseReplacement({ credential, replacement, refusal, onUsed }: UseProps) {
  const t = useTranslations("sshreplacement.use");
  const { error, run } = useApiAction();
  const { id, username, trial } = replacement;
  const count = credential.nodes.length;
  const doubts = trial && doubtsOf(trial, credential.nodes);
  // Somebody else may have tried it since this page was read; the server then names the nodes.
  const refusedAccepted = (doubts?.refused ?? []).length > 0 || error?.reason === "sshReplacementRefused";
  const use = () => run(() => apiRequest("POST", apis.sshReplacementUse(id), { refusedAccepted }), onUsed);
  return (
    <ConfirmDialog
      title={t("title", { name: credential.name })}
      confirmLabel={refusedAccepted ? t("confirmRefused") : t("confirm")}
      danger={refusedAccepted}
      trigger={
        <AllowedButton variant="primary" refusal={refusal}>
          {t("button")}
        </AllowedButton>
      }
      onConfirm={use}
    >
      <FormError error={error} />
      <p>{t("text", { count })}</p>
      {credential.publicKey ? <p>{t("oldLine")}</p> : null}
      {username === credential.username ? null : (
        <p>{t("user", { before: credential.username, username })}</p>
      )}
      {count === 0 ? null : <Doubts doubts={doubts} />}
    </ConfirmDialog>
  );
}

/** Null where nobody tried it. */
type DoubtsProps = { doubts: ReturnType<typeof doubtsOf> | null };

function Doubts({ doubts }: DoubtsProps) {
  const t = useTranslations("sshreplacement.use");
  if (doubts === null) return <p className="text-warn">{t("neverTried")}</p>;
  const { refused, unknown } = doubts;
  const names = refused.slice(0, most).join(", ");
  return (
    <>
      {refused.length > 0 ? (
        <p className="text-error [overflow-wrap:anywhere]">
          {t("refused", { count: refused.length, names })}
        </p>
      ) : null}
      {unknown > 0 ? <p>{t("unknown", { count: unknown })}</p> : null}
      {refused.length + unknown === 0 ? <p>{t("works")}</p> : null}
    </>
  );
}
