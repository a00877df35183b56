import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { connection } from "next/server";
import { getTranslations } from "next-intl/server";
import { readPreferences } from "@/app/preferences";
import { FirstPassword } from "@/components/password/first-password";
import { Entrance } from "@/components/shell/entrance";
import { pages } from "@/lib/domain/paths";
import { findActor } from "@/lib/server/auth/actor";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("password");
  return { title: t("firstTitle") };
}

export default async function FirstPasswordPage() {
  await connection();
  const actor = await findActor();
  if (!actor) redirect(pages.login());
  if (!actor.mustChangePassword) redirect(pages.settings("password"));
  const { theme } = await readPreferences();
  return (
    <Entrance theme={theme}>
      <FirstPassword id={actor.userId} name={actor.name} />
    </Entrance>
  );
}
