"use client";
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";

/** Saves what is unsaved; `false` means it could not, and the reader stays. */
type Save = () => Promise<boolean>;

export type Leaving = { save: Save | undefined; keepsDraft: boolean; leave: () => void; stay: () => void };

type Guard = { save: Save | undefined; keepsDraft: boolean };

type LeaveGuard = {
  guards: Set<Guard>;
  leaving: Leaving | undefined;
  ask: (guard: Guard, go: () => void) => void;
};

const nothing: LeaveGuard = { guards: new Set(), leaving: undefined, ask: () => undefined };
const LeaveContext = createContext<LeaveGuard>(nothing);
const GoContext = createContext<(href: string) => void>(() => undefined);

type ProviderProps = { children: ReactNode; onGo: (href: string) => void };

/** Knows which parts of the page are unsaved, and asks before a link or the back button leaves them. */
export function LeaveGuardProvider({ children, onGo }: ProviderProps) {
  const guards = useRef(new Set<Guard>()).current;
  const [leaving, setLeaving] = useState<Leaving>();
  const ask = useCallback(
    (guard: Guard, go: () => void) => {
      const done = () => setLeaving(undefined);
      const leave = () => {
        guards.clear();
        done();
        go();
      };
      setLeaving({ ...guard, leave, stay: done });
    },
    [guards],
  );
  const value = useMemo(() => ({ guards, leaving, ask }), [guards, leaving, ask]);
  return (
    <GoContext value={onGo}>
      <LeaveContext value={value}>{children}</LeaveContext>
    </GoContext>
  );
}

export const useLeaving = () => useContext(LeaveContext).leaving;

/** For links: true when the page may be left at once; otherwise the question is shown and the answer goes on. */
export function useLeaveCheck(): (href: string) => boolean {
  const { guards, ask } = useContext(LeaveContext);
  const go = useContext(GoContext);
  return (href) => {
    const [guard] = guards;
    if (!guard) return true;
    ask(guard, () => go(href));
    return false;
  };
}

/**
 * Guards the page while `dirty`: links, back and forward ask in the page, and closing the tab asks by the browser.
 * `keepsDraft` where what is left unsaved is there again later.
 */
export function useLeaveGuard(dirty: boolean, save?: Save, keepsDraft = false): void {
  const { guards, ask } = useContext(LeaveContext);
  const guard = useRef<Guard>({ save, keepsDraft }).current;
  useEffect(() => {
    guard.save = save;
    guard.keepsDraft = keepsDraft;
  }, [guard, save, keepsDraft]);
  useEffect(() => {
    if (!dirty) return;
    guards.add(guard);
    const stopUnload = warnOnUnload(() => guards.has(guard));
    const stopTraverse = askOnTraverse(
      () => guards.has(guard),
      (go) => ask(guard, go),
    );
    return () => {
      guards.delete(guard);
      stopUnload();
      stopTraverse();
    };
  }, [dirty, guard, guards, ask]);
}

function warnOnUnload(isGuarded: () => boolean): () => void {
  const warn = (event: BeforeUnloadEvent) => isGuarded() && event.preventDefault();
  window.addEventListener("beforeunload", warn);
  return () => window.removeEventListener("beforeunload", warn);
}

/** Back and forward, where the browser has the Navigation API; elsewhere they leave without a question. */
function askOnTraverse(isGuarded: () => boolean, ask: (go: () => void) => void): () => void {
  if (!("navigation" in window)) return () => undefined;
  const { navigation } = window;
  const stop = (event: NavigateEvent) => {
    if (event.navigationType !== "traverse" || !event.cancelable || !isGuarded()) return;
    event.preventDefault();
    const { key } = event.destination;
    ask(() => void navigation.traverseTo(key));
  };
  navigation.addEventListener("navigate", stop);
  return () => navigation.removeEventListener("navigate", stop);
}
