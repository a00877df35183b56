"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PublicLine } from "@/components/nodes/ssh/public-line";
import { DialogActions } from "@/components/ui/dialog-actions";
import { Time } from "@/components/ui/time";
import type { SshCredentialView, SshReplacementView } from "@/lib/domain/nodes/views";
import { can, type Role } from "@/lib/domain/people/roles";
import { DiscardReplacement } from "./discard-replacement";
import { TryReplacement } from "./try-replacement";
import { UseReplacement } from "./use-replacement";

export type Waiting = { credential: SshCredentialView; replacement: SshReplacementView };

type WaitingProps = Waiting & {
  role: Role;
  onTried: (replacement: SshReplacementView) => void;
  onUsed: () => void;
  onDiscarded: () => void;
};

/** What waits to replace a login, in the order of work: the machines accept it, the nodes are tried, it is used. */
export function WaitingReplacement(props: WaitingProps) {
  const { credential, replacement, role, onTried, onUsed, onDiscarded } = props;
  const t = useTranslations("sshreplacement");
  const roles = useTranslations("shell.roles");
  const { publicKey, username, createdAt, createdByName } = replacement;
  const refusal = can(role, "nodes:write") ? undefined : t("try.forbidden", { role: roles(role) });
  return (
    <div className="space-y-6">
      <p className="text-muted">
        {t.rich("since", { by: createdByName, time: () => <Time value={createdAt} style="relative" /> })}
      </p>
      <Step title={t("accept.title")}>
        <p className="text-prose">{t(publicKey ? "accept.key" : "accept.password", { username })}</p>
        {publicKey ? <PublicLine publicKey={publicKey} username={username} /> : null}
      </Step>
      <Step title={t("try.title")}>
        <TryReplacement {...{ credential, replacement, refusal, onTried }} />
      </Step>
      <DialogActions>
        <DiscardReplacement replacement={replacement} onDiscarded={onDiscarded} />
        <UseReplacement {...{ credential, replacement, refusal, onUsed }} />
      </DialogActions>
    </div>
  );
}

function Step({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="space-y-3">
      <h3 className="font-semibold">{title}</h3>
      {children}
    </section>
  );
}
