"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { AnchorButton } from "@/components/ui/anchor-button";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Disclosure } from "@/components/ui/disclosure";
import { pages } from "@/lib/domain/paths";

export type PageErrorProps = { error: Error & { digest?: string }; reset: () => void };

/** A page that could not be made. The digest finds the cause in the server's log; nothing else is told. */
export function PageError({ error, reset }: PageErrorProps) {
  const t = useTranslations("shell.failure");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div role="alert" className="max-w-prose space-y-4">
      <h1 ref={heading} tabIndex={-1} className="font-semibold text-xl">
        {t("title")}
      </h1>
      <p className="text-muted text-prose">{t("text")}</p>
      {error.digest ? (
        <Disclosure summary={t("detail")}>
          <span className="flex items-center gap-2">
            <code className="text-code">{error.digest}</code>
            <CopyButton text={error.digest} />
          </span>
        </Disclosure>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" onClick={reset}>
          {t("retry")}
        </Button>
        <AnchorButton href={pages.overview()}>{t("overview")}</AnchorButton>
      </div>
    </div>
  );
}
