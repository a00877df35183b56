"use client";

import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { TargetInput } from "@/lib/domain/registries/target";

/** The node a file is judged and shown for; the version is the newest known one while none is chosen. */
export type EditorTarget = TargetInput & { distribution: "k3s" | "rke2" };

type Holder = { target: EditorTarget; setTarget: (target: EditorTarget) => void };

const TargetContext = createContext<Holder | null>(null);

export function TargetProvider({ children }: { children: ReactNode }) {
  const [target, setTarget] = useState<EditorTarget>({ distribution: "k3s" });
  const value = useMemo(() => ({ target, setTarget }), [target]);
  return <TargetContext value={value}>{children}</TargetContext>;
}

export function useTarget(): Holder {
  const found = useContext(TargetContext);
  if (!found) throw new Error("Invariant: the target is read outside of the editor");
  return found;
}
