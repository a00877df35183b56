"use client";
import { useTranslations } from "next-intl";
import { FormError } from "@/components/fields/form-error";
import { useApiAction } from "@/components/fields/use-api-action";
import { AllowedButton } from "@/components/ui/allowed-button";
import { useAnnounce } from "@/components/ui/announcer";
import { Spinner } from "@/components/ui/spinner";
import { apiRequest } from "@/lib/client/api";
import { countAnswers } from "@/lib/domain/nodes/login-trial";
import type { SshReplacementView } from "@/lib/domain/nodes/views";
import { apis } from "@/lib/domain/paths";
import { TrialResult } from "./trial-result";
import type { Waiting } from "./waiting-replacement";

type TryProps = Waiting & { refusal: string | undefined; onTried: (replacement: SshReplacementView) => void };

/** Logs in to the nodes by what waits, and shows how each of them took it. */
export function TryReplacement({ credential, replacement, refusal, onTried }: TryProps) {
  const t = useTranslations("sshreplacement.try");
  const announce = useAnnounce();
  const { pending, error, run } = useApiAction();
  const count = credential.nodes.length;
  const tryIt = () =>
    run(
      () => apiRequest<SshReplacementView>("POST", apis.sshReplacementTry(replacement.id)),
      (tried) => {
        onTried(tried);
        if (tried.trial) announce(t("told", countAnswers(tried.trial)));
      },
    );
  return (
    <>
      <p className="text-prose">{t("text")}</p>
      {replacement.kind === "password" ? <p className="text-prose">{t("passwordStops")}</p> : null}
      <FormError error={error} />
      <AllowedButton
        pending={pending}
        refusal={refusal ?? (count === 0 ? t("noNodes") : undefined)}
        onClick={() => void tryIt()}
      >
        {t("button", { count })}
      </AllowedButton>
      {pending ? (
        <p role="status" className="flex items-center gap-2 text-muted">
          <Spinner />
          {t("running", { count })}
        </p>
      ) : null}
      {replacement.trial ? (
        <TrialResult trial={replacement.trial} />
      ) : (
        <p className="text-muted">{t("never")}</p>
      )}
    </>
  );
}
