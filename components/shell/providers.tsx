"use client";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { AnnounceProvider } from "@/components/ui/announcer";
import { CrumbProvider } from "@/components/ui/breadcrumbs";
import { confirmPopup } from "@/components/ui/confirm-dialog";
import { dialogPopup } from "@/components/ui/dialog";
import { menuPopup } from "@/components/ui/menu";
import { TipLayer, tipPopup } from "@/components/ui/tip-layer";
import { Toasts, toasts } from "@/components/ui/toast";
import { usePreloaded } from "@/components/ui/use-part";
import { LeaveGuardProvider } from "@/lib/client/leave-guard";
import { EarlyPresses } from "./early-presses";
import { LeaveQuestion } from "./leave-question";

/** What opens on a press or a hover. */
const popups = [menuPopup, dialogPopup, confirmPopup, tipPopup, toasts];

/** What every page may call on: announcements, toasts, tooltips, breadcrumbs and the guard of unsaved changes. */
export function Providers({ children }: { children: ReactNode }) {
  usePreloaded(popups);
  const router = useRouter();
  return (
    <AnnounceProvider>
      <LeaveGuardProvider onGo={(href) => router.push(href)}>
        <CrumbProvider>{children}</CrumbProvider>
        <EarlyPresses />
        <LeaveQuestion />
        <TipLayer />
        <Toasts />
      </LeaveGuardProvider>
    </AnnounceProvider>
  );
}
