"use client";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { FormError } from "@/components/fields/form-error";
import { Button } from "@/components/ui/button";
import type { ButtonSize, ButtonVariant } from "@/components/ui/button-style";
import { type ApiError, apiRequest } from "@/lib/client/api";
import { randomKey } from "@/lib/client/random-key";
import { apis, pages } from "@/lib/domain/paths";
import type { RetryPush } from "@/lib/domain/pushes/continue";

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
  pushId: string;
  ask: RetryPush;
  variant?: ButtonVariant;
  size?: ButtonSize;
  children: ReactNode;
};

export function RetryButton({ pushId, ask, children, ...look }: RetryButtonProps) {
  const { retry, pending, error } = useRetry(pushId, ask);
  return (
    <>
      <Button {...look} pending={pending} onClick={() => void retry()}>
        {children}
      </Button>
      <FormError error={error} />
    </>
  );
}
