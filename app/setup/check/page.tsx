import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readPreferences } from "@/app/preferences";
import { SetupFrame } from "@/components/setup/setup-frame";
import { SystemCheck } from "@/components/setup/system-check";
import { Entrance } from "@/components/shell/entrance";
import { requireActor } from "@/lib/server/auth/actor";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("setup");
  return { title: t("checkTitle") };
}

export default async function SystemCheckPage() {
  await requireActor();
  const { theme } = await readPreferences();
  return (
    <Entrance theme={theme}>
      <SetupFrame step={2}>
        <SystemCheck />
      </SetupFrame>
    </Entrance>
  );
}
