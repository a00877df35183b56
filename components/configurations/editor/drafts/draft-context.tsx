"use client";

import dynamic from "next/dynamic";
import { createContext, type ReactNode, useContext, useState } from "react";
import { useDocument } from "../document/definition-document";
import { useDraftKeeper } from "./use-draft-keeper";
import { useOffers } from "./use-offers";
import type { Restored } from "./use-restore";

/** Rarely needed, so it is not part of what every editor loads. */
const DraftBanner = dynamic(() => import("./draft-banner").then((each) => each.DraftBanner), {
  // Of its own, or the whole page would wait with it.
  loading: () => null,
});

const KeptContext = createContext(false);

type ProviderProps = { person: string; mayWrite: boolean; children: ReactNode };

/** Who cannot save has nothing to keep. */
export function DraftProvider({ person, mayWrite, children }: ProviderProps) {
  return mayWrite ? <Keeping person={person}>{children}</Keeping> : children;
}

function Keeping({ person, children }: { person: string; children: ReactNode }) {
  const { base } = useDocument();
  const { keeper, key, kept } = useDraftKeeper(person, base);
  const offers = useOffers(key, base);
  // It outlives the offer: what must be typed again is told after the draft has ended.
  const [restored, setRestored] = useState<Restored | null>(null);
  const isShown = offers.offer ?? offers.error ?? restored;
  return (
    <KeptContext value={kept}>
      {isShown ? <DraftBanner {...{ offers, keeper, restored }} onRestored={setRestored} /> : null}
      {children}
    </KeptContext>
  );
}

/** Whether unsaved work outlives the page. */
export const useDraftKept = (): boolean => useContext(KeptContext);
