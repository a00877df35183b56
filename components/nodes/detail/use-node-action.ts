"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ApiError } from "@/lib/client/api";
import type { Result } from "@/lib/domain/result";

/** One request of a page at a time: whether it runs, what it was refused with. Success reads the page anew. */
export function useNodeAction({ refresh = true }: { refresh?: boolean } = {}) {
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
  return { pending, error, run };
}
