"use client";

import { useEffect, useMemo, useState } from "react";
import { type SimulatorDraft, takeDraft } from "@/lib/client/simulator-draft";
import { pages } from "@/lib/domain/paths";
import type { Target } from "@/lib/domain/registries/target";
import type { SimulatorData } from "@/lib/domain/simulator/views";
import { type Choice, choose, effectiveTarget } from "./choice";
import { type SimulatorQuery, writeQuery } from "./query";

const pause = 250;

/** The value after nothing changed for a moment, or at once when it is asked for. */
export function usePaused<Value>(value: Value): [paused: Value, now: () => void] {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), pause);
    return () => clearTimeout(timer);
  }, [value]);
  return [paused, () => setPaused(value)];
}

export const addressOf = (query: SimulatorQuery, { configuration }: Choice): string =>
  pages.simulate(
    writeQuery({
      ...query,
      configuration: query.configuration ?? (query.source === "saved" ? (configuration?.id ?? null) : null),
    }),
  );

/** Keeps the address equal to what is shown, without a navigation. `onWritten` is told the query. */
export function useAddress(address: string, onWritten: (query: string) => void): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      const { pathname, search } = window.location;
      // The page may be left already.
      if (pathname !== pages.simulate() || address === `${pathname}${search}`) return;
      onWritten(address.slice(pages.simulate().length + 1));
      window.history.replaceState(null, "", address);
    }, pause);
    return () => clearTimeout(timer);
  }, [address, onWritten]);
}

/** The draft of this tab. Undefined until the browser was asked, as the server cannot know it. */
export function useDraft(): SimulatorDraft | null | undefined {
  const [draft, setDraft] = useState<SimulatorDraft | null>();
  useEffect(() => setDraft(takeDraft()), []);
  return draft;
}

export function useChoice(query: SimulatorQuery, data: SimulatorData): { choice: Choice; target: Target } {
  return useMemo(() => {
    const choice = choose(query, data);
    return { choice, target: effectiveTarget(query, choice.node) };
  }, [query, data]);
}
