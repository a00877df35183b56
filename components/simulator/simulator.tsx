"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import type { RevisionKey } from "@/lib/client/read-revision";
import type { SimulatorData } from "@/lib/domain/simulator/views";
import { readQuery } from "./query";
import { SimulatorPage } from "./simulator-page";

export type SimulatorProps = {
  data: SimulatorData;
  mayWrite: boolean;
  /** The file of the page's address; null where it has none. */
  initial: (RevisionKey & { text: string }) | null;
};

/** Begins anew when the address changes from outside: by a link to this page, or by going back. */
export function Simulator(props: SimulatorProps) {
  const params = useSearchParams().toString();
  const written = useRef(params);
  const [visit, setVisit] = useState({ params, turn: 0 });
  useEffect(() => {
    if (params === written.current) return;
    written.current = params;
    setVisit(({ turn }) => ({ params, turn: turn + 1 }));
  }, [params]);
  const onWritten = useCallback((query: string) => {
    written.current = new URLSearchParams(query).toString();
  }, []);
  return (
    <SimulatorPage
      key={visit.turn}
      {...props}
      start={readQuery(new URLSearchParams(visit.params))}
      onWritten={onWritten}
    />
  );
}
