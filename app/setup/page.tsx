import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { connection } from "next/server";
import { getTranslations } from "next-intl/server";
import { readPreferences } from "@/app/preferences";
import { AdminForm } from "@/components/setup/admin-form";
import { SetupFrame } from "@/components/setup/setup-frame";
import { Entrance } from "@/components/shell/entrance";
import { pages } from "@/lib/domain/paths";
import { isSetUp } from "@/lib/server/auth/setup-state";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("setup");
  return { title: t("title") };
}

export default async function SetupPage() {
  await connection();
  if (await isSetUp()) redirect(pages.overview());
  const { theme } = await readPreferences();
  return (
    <Entrance theme={theme}>
      <SetupFrame step={1}>
        <AdminForm />
      </SetupFrame>
    </Entrance>
  );
}
