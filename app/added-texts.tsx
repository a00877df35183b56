"use client";
import { type AbstractIntlMessages, NextIntlClientProvider, useLocale, useMessages } from "next-intl";
import type { ReactNode } from "react";

/** Adds texts to those that the parts above gave already. */
export function AddedTexts({ messages, children }: { messages: AbstractIntlMessages; children: ReactNode }) {
  const given = useMessages();
  return (
    <NextIntlClientProvider locale={useLocale()} messages={{ ...given, ...messages }}>
      {children}
    </NextIntlClientProvider>
  );
}
