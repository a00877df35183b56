import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { CertificatePage } from "@/components/credentials/detail/certificate-page";
import { LoginPage } from "@/components/credentials/detail/login-page";
import { StoreBanner } from "@/components/credentials/store-banner";
import { TestPlacesProvider } from "@/components/registry-test/test-places";
import { AppError } from "@/lib/domain/errors";
import { requireActor } from "@/lib/server/auth/actor";
import { getCertificateDetail } from "@/lib/server/certificates/detail";
import { getCredentialDetail } from "@/lib/server/credentials/detail";
import { credentialStoreState } from "@/lib/server/credentials/queries";
import { getTestPlaces } from "@/lib/server/registry-test/test-places";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ kind?: string | string[] }> };

const unlessMissing = <T,>(asked: Promise<T>) =>
  asked.catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not-found") return undefined;
    throw error;
  });

/** Logins and certificates may bear the same slug; an address without a kind means the login first. */
const find = cache(async (slug: string, kind: string | undefined) => {
  const actor = await requireActor();
  const credential = kind === "tls" ? undefined : await unlessMissing(getCredentialDetail({ slug }, actor));
  if (credential) return { kind: "registry", stored: credential } as const;
  const certificate =
    kind === "registry" ? undefined : await unlessMissing(getCertificateDetail({ slug }, actor));
  return certificate ? ({ kind: "tls", stored: certificate } as const) : undefined;
});

const ask = async ({ params, searchParams }: Props) => {
  const { kind } = await searchParams;
  return find((await params).slug, typeof kind === "string" ? kind : undefined);
};

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations("credentials");
  const found = await ask(props);
  return { title: found ? `${found.stored.name} · ${t("title")}` : t("missing.title") };
}

export default async function StoredPage(props: Props) {
  const actor = await requireActor();
  const { role } = actor;
  const found = await ask(props);
  if (!found) notFound();
  return (
    <>
      <StoreBanner state={credentialStoreState()} />
      <TestPlacesProvider places={await getTestPlaces(actor)}>
        {found.kind === "registry" ? (
          <LoginPage credential={found.stored} role={role} />
        ) : (
          <CertificatePage certificate={found.stored} role={role} />
        )}
      </TestPlacesProvider>
    </>
  );
}
