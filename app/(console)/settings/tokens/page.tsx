import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TokensPage } from "@/components/tokens/tokens-page";
import { requireActor } from "@/lib/server/auth/actor";
import { listTokens } from "@/lib/server/tokens/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("tokens"))("pageTitle") };
}

export default async function Tokens() {
  const actor = await requireActor();
  return <TokensPage tokens={await listTokens(actor)} role={actor.role} />;
}
