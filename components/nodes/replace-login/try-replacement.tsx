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
import { can, type Role } from "@/lib/domain/people/roles";
import { TrialResult } from "./trial-result";
import type { Waiting } from "./waiting-replacement";

type TryProps = Waiting & { role: Role; onTried: (replacement: SshReplacementView) => void };

/** Logs in to the nodes by what waits, and shows how each of them took it. */
export function TryReplacement({ credential, replacement, role, onTried }: TryProps) {
  const t = useTranslations("sshreplacement.try");
  const announce = useAnnounce();
  const refusal = useRefusal(credential.nodes.length, role);
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
      <AllowedButton pending={pending} refusal={refusal} onClick={() => void tryIt()}>
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

function useRefusal(count: number, role: Role): string | undefined {
  const t = useTranslations("sshreplacement.try");
  const roles = useTranslations("shell.roles");
  if (!can(role, "nodes:write")) return t("forbidden", { role: roles(role) });
  return count === 0 ? t("noNodes") : undefined;
}
