"use client";

import { useCallback, useState } from "react";

type Opened = { keys: readonly string[]; open: ReadonlySet<string> };

function takeOver(
  { keys: known, open }: Opened,
  keys: readonly string[],
  openAtFirst: (at: number) => boolean,
) {
  const old = new Set(known);
  return new Set(keys.filter((key, at) => (old.has(key) ? open.has(key) : openAtFirst(at))));
}

/** Which cards of a list are open, by their keys. How a new one begins is asked once. */
export function useOpenCards(keys: readonly string[], openAtFirst: (at: number) => boolean) {
  const none: Opened = { keys: [], open: new Set() };
  const [state, setState] = useState(() => ({ keys, open: takeOver(none, keys, openAtFirst) }));
  const shown = state.keys === keys ? state : { keys, open: takeOver(state, keys, openAtFirst) };
  if (shown !== state) setState(shown);
  const setOpen = useCallback((key: string, isOpen: boolean) => {
    setState((last) => {
      if (last.open.has(key) === isOpen) return last;
      const others = [...last.open].filter((each) => each !== key);
      return { ...last, open: new Set(isOpen ? [...others, key] : others) };
    });
  }, []);
  return { open: shown.open, setOpen };
}
