import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { inSection, pickMessages, type Section } from "./message-parts";

/** Gives the pages of a section their texts, on top of those that every page has. */
export async function SectionTexts({ section, children }: { section: Section; children: ReactNode }) {
  return (
    <NextIntlClientProvider messages={pickMessages(await getMessages(), inSection(section))}>
      {children}
    </NextIntlClientProvider>
  );
}
