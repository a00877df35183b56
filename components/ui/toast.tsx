"use client";
import { Toast as Base } from "@base-ui/react/toast";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { IconButton } from "./icon-button";

/** For small confirmations, with an undo where there is one. Errors and news that matter are banners. */
export function ToastProvider({ children }: { children: ReactNode }) {
  return (
    <Base.Provider timeout={10_000} limit={3}>
      {children}
      <Base.Portal>
        <Base.Viewport className="fixed end-4 bottom-[calc(1rem+var(--bottom-bar,0px))] z-50 flex w-[calc(100vw-2rem)] max-w-sm flex-col gap-2">
          <ToastList />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
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

type ToastOptions = { undo?: { label: string; onUndo: () => void } };

export function useToast() {
  const manager = Base.useToastManager();
  return (text: string, { undo }: ToastOptions = {}) => {
    const action = undo ? { actionProps: { children: undo.label, onClick: undo.onUndo } } : {};
    manager.add({ title: text, ...action });
  };
}
