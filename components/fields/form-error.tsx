"use client";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { AnchorButton } from "@/components/ui/anchor-button";
import { Banner } from "@/components/ui/banner";
import { Disclosure } from "@/components/ui/disclosure";
import type { ApiError } from "@/lib/client/api";
import { pages } from "@/lib/domain/paths";
import { inLocalTime } from "./local-time";

const useErrorText = () => {
  const t = useTranslations("common.apiError");
  const locale = useLocale();
  return (error: ApiError) =>
    error.code === "offline"
      ? t("offline")
      : inLocalTime(error, locale) || t("unexpected", { status: error.status });
};

/** What the server refused, above the form or beside the button. Takes the focus when no field could. */
export function FormError({ error }: { error: ApiError | undefined }) {
  const t = useTranslations("common.apiError");
  const textOf = useErrorText();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error && error.issues.length === 0) box.current?.focus();
  }, [error]);
  if (!error) return null;
  // Without a session, or where the first account was made meanwhile.
  const lapsed = error.code === "unauthenticated" && error.reason === "loginNeeded";
  const signIn = lapsed || error.reason === "setupDone";
  return (
    <Banner
      ref={box}
      kind="error"
      role="alert"
      tabIndex={-1}
      title={textOf(error)}
      action={
        signIn ? (
          <AnchorButton size="sm" href={pages.login()} target={lapsed ? "_blank" : undefined}>
            {t("signIn")}
          </AnchorButton>
        ) : undefined
      }
    >
      {lapsed ? t("keepTab") : null}
      {error.issues.length > 1 ? <IssueList error={error} /> : null}
      {error.requestId && error.status >= 500 ? (
        <Disclosure summary={t("detail")}>
          <code className="text-code">{error.requestId}</code>
        </Disclosure>
      ) : null}
    </Banner>
  );
}

function IssueList({ error }: { error: ApiError }) {
  return (
    <ul className="list-disc space-y-0.5 ps-4">
      {error.issues.map((issue) => (
        <li key={`${issue.path.join(".")} ${issue.code}`}>{issue.message}</li>
      ))}
    </ul>
  );
}
