"use client";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";

export type Crumb = { label: string; href?: string };

type Trail = { crumbs: Crumb[]; setCrumbs: (crumbs: Crumb[]) => void };

const TrailContext = createContext<Trail>({ crumbs: [], setCrumbs: () => undefined });

export function CrumbProvider({ children }: { children: ReactNode }) {
  const [crumbs, setCrumbs] = useState<Crumb[]>([]);
  const value = useMemo(() => ({ crumbs, setCrumbs }), [crumbs]);
  return <TrailContext value={value}>{children}</TrailContext>;
}

export const useCrumbs = () => useContext(TrailContext).crumbs;

/** Hands a page's breadcrumbs up to the header of the shell for as long as the page is shown. */
export function CrumbTrail({ crumbs }: { crumbs: Crumb[] }) {
  const { setCrumbs } = useContext(TrailContext);
  const key = JSON.stringify(crumbs);
  useEffect(() => {
    setCrumbs(JSON.parse(key));
    return () => setCrumbs([]);
  }, [key, setCrumbs]);
  return null;
}
