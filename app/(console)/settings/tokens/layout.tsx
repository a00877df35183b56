import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { AddedTexts } from "@/app/added-texts";
import { onPage, pickMessages } from "@/app/message-parts";

export default async function Layout({ children }: { children: ReactNode }) {
  const messages = pickMessages(await getMessages(), onPage("settings/tokens"));
  return <AddedTexts messages={messages}>{children}</AddedTexts>;
}
