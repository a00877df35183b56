"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { FormError } from "@/components/fields/form-error";
import { AllowedButton } from "@/components/ui/allowed-button";
import type { ButtonSize, ButtonVariant } from "@/components/ui/button-style";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useList } from "@/components/ui/use-list";
import { type ApiError, apiRequest } from "@/lib/client/api";
import { randomKey } from "@/lib/client/random-key";
import { apis, pages } from "@/lib/domain/paths";
import type { RetryPush } from "@/lib/domain/pushes/continue";
import { restartedServers } from "@/lib/domain/pushes/retried";
import type { PushHeader, PushNodeView } from "@/lib/domain/pushes/views";
import { useLockRefusal } from "../lock-refusal";
import { mostNamed } from "../most-named";

/** Pushes what is asked for once more, once, however often the button or the network repeats it. */
export function useRetry(pushId: string, ask: RetryPush) {
  const router = useRouter();
  const [key] = useState(randomKey);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<ApiError>();
  async function retry(): Promise<boolean> {
    setPending(true);
    const { node, only } = ask;
    const path = apis.retryPush(pushId, { ...(node && { node }), ...(only && { only }) });
    const result = await apiRequest<{ id: string }>("POST", { path, headers: { "Idempotency-Key": key } });
    if (result.ok) {
      router.push(pages.push(result.value.id));
      return true;
    }
    setPending(false);
    setError(result.error);
    return false;
  }
  return { retry, pending, error };
}

type RetryButtonProps = {
  push: Pick<PushHeader, "id" | "options">;
  ask: RetryPush;
  /** Those that are asked for. */
  nodes: readonly Pick<PushNodeView, "name" | "role">[];
  variant?: ButtonVariant;
  size?: ButtonSize;
  children: ReactNode;
};

/** Agents are retried at once; before servers restart it is asked, since there was no review that says so. */
export function RetryButton({ push, ask, nodes, children, ...look }: RetryButtonProps) {
  const t = useTranslations("pushes.actions");
  const { retry, pending, error } = useRetry(push.id, ask);
  const refusal = useLockRefusal();
  const list = useList();
  const servers = restartedServers(push, nodes).map(({ name }) => name);
  const count = servers.length;
  if (count > 0)
    return (
      <ConfirmDialog
        title={t("retryTitle", { count })}
        confirmLabel={t("retryConfirm", { count })}
        danger={false}
        trigger={
          <AllowedButton {...look} refusal={refusal}>
            {children}
          </AllowedButton>
        }
        onConfirm={retry}
      >
        <FormError error={error} />
        <p>
          {t("retryServers", {
            count,
            names: list(servers.slice(0, mostNamed)),
            more: Math.max(0, count - mostNamed),
          })}
        </p>
      </ConfirmDialog>
    );
  return (
    <>
      <AllowedButton {...look} refusal={refusal} pending={pending} onClick={() => void retry()}>
        {children}
      </AllowedButton>
      <FormError error={error} />
    </>
  );
}
