"use client";
import { Tooltip } from "@base-ui/react/tooltip";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { AnnounceProvider } from "@/components/ui/announcer";
import { CrumbProvider } from "@/components/ui/breadcrumbs";
import { ToastProvider } from "@/components/ui/toast";
import { LeaveGuardProvider } from "@/lib/client/leave-guard";
import { LeaveQuestion } from "./leave-question";

/** What every page may call on: announcements, toasts, tooltips, breadcrumbs and the guard of unsaved changes. */
export function Providers({ children }: { children: ReactNode }) {
  const router = useRouter();
  return (
    <AnnounceProvider>
      <LeaveGuardProvider onGo={(href) => router.push(href)}>
        <Tooltip.Provider delay={400}>
          <ToastProvider>
            <CrumbProvider>{children}</CrumbProvider>
            <LeaveQuestion />
          </ToastProvider>
        </Tooltip.Provider>
      </LeaveGuardProvider>
    </AnnounceProvider>
  );
}
