import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { connection } from "next/server";
import { getTranslations } from "next-intl/server";
import { readPreferences } from "@/app/preferences";
import { LoginForm } from "@/components/login/login-form";
import { Entrance } from "@/components/shell/entrance";
import { safeNext } from "@/lib/client/safe-next";
import { pages } from "@/lib/domain/paths";
import { findActor } from "@/lib/server/auth/actor";
import { isSetUp } from "@/lib/server/auth/setup-state";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("login");
  return { title: t("title") };
}

type LoginPageProps = { searchParams: Promise<{ next?: string | string[] }> };

export default async function LoginPage({ searchParams }: LoginPageProps) {
  await connection();
  if (!(await isSetUp())) redirect(pages.setup());
  const { next } = await searchParams;
  const target = safeNext(Array.isArray(next) ? next[0] : next);
  if (await findActor()) redirect(target);
  const { theme } = await readPreferences();
  return (
    <Entrance theme={theme}>
      <LoginForm next={target} />
    </Entrance>
  );
}
