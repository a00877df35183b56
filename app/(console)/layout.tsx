import { connection } from "next/server";
import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { inTheFrame, pickMessages } from "@/app/message-parts";
import { readPreferences } from "@/app/preferences";
import { ConsoleShell } from "@/components/shell/console-shell";
import { RunningPill } from "@/components/shell/running-pill";
import { requireActor } from "@/lib/server/auth/actor";
import { listRunningPushes } from "@/lib/server/pushes/queries";
import packageFile from "@/package.json";

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  await connection();
  const actor = await requireActor();
  const { theme, sidebarCollapsed } = await readPreferences();
  return (
    <NextIntlClientProvider messages={pickMessages(await getMessages(), inTheFrame)}>
      <ConsoleShell
        user={{ id: actor.userId, name: actor.name, role: actor.role }}
        theme={theme}
        version={`v${packageFile.version}`}
        collapsed={sidebarCollapsed}
        running={<RunningPill initial={await listRunningPushes(actor)} />}
      >
        {children}
      </ConsoleShell>
    </NextIntlClientProvider>
  );
}
