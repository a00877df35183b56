import { usePathname } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import { apiRequest } from "@/lib/client/api";
import { apis, pages } from "@/lib/domain/paths";
import type { PushHeader } from "@/lib/domain/pushes/views";

const isOpen = ({ status }: PushHeader) => status === "running" || status === "queued";

/** The pushes under way: asked again every 10 s while there are any, and on leaving the pages that start them. */
export function useRunningPushes(initial: PushHeader[]): PushHeader[] {
  const [pushes, setPushes] = useState(initial);
  const ask = useCallback(async () => {
    const result = await apiRequest<PushHeader[]>("GET", apis.pushes());
    if (result.ok) setPushes(result.value.filter(isOpen).toReversed());
  }, []);

  const any = pushes.length > 0;
  useEffect(() => {
    if (!any) return;
    const timer = setInterval(() => document.visibilityState === "visible" && void ask(), 10_000);
    return () => clearInterval(timer);
  }, [any, ask]);

  const here = usePathname().startsWith(pages.pushes());
  const wasHere = useRef(here);
  useEffect(() => {
    if (wasHere.current && !here) void ask();
    wasHere.current = here;
  }, [here, ask]);
  return pushes;
}
