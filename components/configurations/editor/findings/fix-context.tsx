"use client";

import dynamic from "next/dynamic";
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { PlacedFinding } from "./place-findings";

export type Fix = PlacedFinding["finding"]["fixes"][number];
/** What is about to be mended: one finding in one way, or everything that needs no question. */
export type Mending = { kind: "one"; found: PlacedFinding; fix: Fix } | { kind: "safe"; count: number };

type Opener = { mayFix: boolean; open: (mending: Mending) => void };

const FixContext = createContext<Opener | null>(null);

// Most visits mend nothing, so what compares and parses is fetched when it is asked for.
const FixDialog = dynamic(() => import("./fix-dialog").then((module) => module.FixDialog), {
  // Of its own, or the whole page would wait with it.
  loading: () => null,
});

/** Any part of the page may offer a fix; it is always shown before it is made. */
export function FixProvider({ mayFix, children }: { mayFix: boolean; children: ReactNode }) {
  const [mending, setMending] = useState<Mending | null>(null);
  const value = useMemo(() => ({ mayFix, open: setMending }), [mayFix]);
  return (
    <FixContext value={value}>
      {children}
      {mending ? <FixDialog mending={mending} onClose={() => setMending(null)} /> : null}
    </FixContext>
  );
}

export function useFixes(): Opener {
  const found = useContext(FixContext);
  if (!found) throw new Error("Invariant: a fix is offered outside of the editor");
  return found;
}
