"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useCallback } from "react";
import type { Change, Subject } from "@/lib/domain/registries/compare/change";

/** What is quoted from a file stays as it is written there, in whatever language the sentence is. */
const quoted = {
  v: (text: ReactNode) => (
    <code className="rounded-sm bg-inset px-1 text-code [overflow-wrap:anywhere]" lang="en" translate="no">
      {text}
    </code>
  ),
};

/** The sentence of a change in the reader's language; what it is about stands above it. */
export function useChangeText() {
  const t = useTranslations("revisions.told");
  return useCallback(({ code, params }: Change): ReactNode => t.rich(code, { ...params, ...quoted }), [t]);
}

export function useSubjectText() {
  const t = useTranslations("revisions.summary");
  return useCallback(
    (subject: Subject): ReactNode =>
      subject.kind === "file" ? t("file") : t.rich(subject.kind, { name: subject.name, ...quoted }),
    [t],
  );
}
