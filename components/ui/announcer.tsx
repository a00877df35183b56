"use client";
import { createContext, type ReactNode, useCallback, useContext, useState } from "react";

type Announce = (text: string, urgency?: "polite" | "assertive") => void;

const AnnounceContext = createContext<Announce>(() => undefined);

type Said = { text: string; turn: number };
const silent: Said = { text: "", turn: 0 };

/** Holds the live regions of the page. The key makes the same sentence audible a second time. */
export function AnnounceProvider({ children }: { children: ReactNode }) {
  const [polite, setPolite] = useState(silent);
  const [assertive, setAssertive] = useState(silent);
  const announce = useCallback<Announce>((text, urgency = "polite") => {
    const set = urgency === "polite" ? setPolite : setAssertive;
    set((last) => ({ text, turn: last.turn + 1 }));
  }, []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div className="sr-only" aria-live="polite">
        <p key={polite.turn}>{polite.text}</p>
      </div>
      <div className="sr-only" aria-live="assertive">
        <p key={assertive.turn}>{assertive.text}</p>
      </div>
    </AnnounceContext>
  );
}

/** Tells assistive technology what changed out of its sight. */
export const useAnnounce = () => useContext(AnnounceContext);
