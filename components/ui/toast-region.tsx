"use client";
import { Toast as Base } from "@base-ui/react/toast";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { IconButton } from "./icon-button";

type Shown = { title: string; actionProps?: { children: string; onClick: () => void } };

const manager = Base.createToastManager();
/** What came before the region stood. */
let waiting: Shown[] | null = [];

/** Shows it, and answers what takes it away. */
export function show(toast: Shown): () => void {
  if (!waiting) {
    const id = manager.add(toast);
    return () => manager.close(id);
  }
  waiting.push(toast);
  return () => {
    waiting = waiting?.filter((other) => other !== toast) ?? null;
  };
}

export function ToastRegion({ timeout }: { timeout: number }) {
  return (
    <Base.Provider timeout={timeout} limit={3} toastManager={manager}>
      <Base.Portal>
        <Base.Viewport className="fixed end-4 bottom-[calc(1rem+var(--bottom-bar,0px))] z-50 flex w-[calc(100vw-2rem)] max-w-sm flex-col gap-2">
          <ToastList />
        </Base.Viewport>
      </Base.Portal>
      <Opening />
    </Base.Provider>
  );
}

/** Hands on what waited, once the region listens. */
function Opening() {
  const { add } = Base.useToastManager();
  useEffect(() => {
    for (const toast of waiting ?? []) add(toast);
    waiting = null;
    return () => {
      waiting = [];
    };
  }, [add]);
  return null;
}

function ToastList() {
  const t = useTranslations("common");
  const { toasts } = Base.useToastManager();
  return toasts.map((toast) => (
    <Base.Root
      key={toast.id}
      toast={toast}
      className="fade-motion rounded-lg border border-line bg-float shadow-float"
    >
      <Base.Content className="flex items-center gap-3 py-2 ps-4 pe-2">
        <Base.Title render={<p />} className="min-w-0 flex-1 [overflow-wrap:anywhere]" />
        <Base.Action className="min-h-7 rounded-md px-2 font-medium text-link hover:bg-inset" />
        <Base.Close render={<IconButton label={t("close")} icon={<X size={14} aria-hidden />} />} />
      </Base.Content>
    </Base.Root>
  ));
}
