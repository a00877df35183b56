"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ApiError } from "@/lib/client/api";
import type { Result } from "@/lib/domain/result";

/**
 * One request without a form: whether it runs, and what it was refused with, for `FormError`. `run` answers whether it
 * succeeded, so that a confirmation stays open otherwise. With `refresh`, success reads the page anew.
 */
export function useApiAction({ refresh = false }: { refresh?: boolean } = {}) {
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<ApiError>();
  async function run<T>(
    send: () => Promise<Result<T, ApiError>>,
    onDone?: (value: T) => void,
  ): Promise<boolean> {
    setPending(true);
    setError(undefined);
    const result = await send();
    setPending(false);
    if (!result.ok) {
      setError(result.error);
      return false;
    }
    onDone?.(result.value);
    if (refresh) router.refresh();
    return true;
  }
  return { pending, error, run, clearError: () => setError(undefined) };
}
