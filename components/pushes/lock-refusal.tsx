"use client";
import { createContext, type ReactNode, useContext } from "react";

const LockRefusal = createContext<string | undefined>(undefined);

type Props = { refusal: string | undefined; children: ReactNode };

/** Around one push: why a lock of its group closes the ways on that begin another push, in words. */
export const LockRefusalProvider = ({ refusal, children }: Props) => (
  <LockRefusal value={refusal}>{children}</LockRefusal>
);

export const useLockRefusal = (): string | undefined => useContext(LockRefusal);
