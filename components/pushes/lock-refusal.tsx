"use client";
import { createContext, type ReactNode, useContext } from "react";
import { useLockWords } from "@/components/groups/lock/use-lock-words";
import type { GroupLock } from "@/lib/domain/groups/lock";

const LockRefusal = createContext<string | undefined>(undefined);

type Props = { lock: GroupLock | null; userId: string; children: ReactNode };

/** Around one push: a lock of its group closes the ways on that begin another push. */
export function LockRefusalProvider({ lock, userId, children }: Props) {
  return <LockRefusal value={useLockWords(lock, { userId })}>{children}</LockRefusal>;
}

/** Why they are closed, in words. */
export const useLockRefusal = (): string | undefined => useContext(LockRefusal);
