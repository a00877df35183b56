import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OwnPassword } from "@/components/password/own-password";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/server/auth/actor";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("password"))("pageTitle") };
}

export default async function PasswordPage() {
  await requireActor();
  const t = await getTranslations("password");
  return (
    <>
      <PageHeader title={t("title")} description={t("lead")} crumbs={[{ label: t("title") }]} />
      <OwnPassword />
    </>
  );
}
