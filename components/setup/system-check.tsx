"use client";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";
import { textTones } from "@/components/ui/badge";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { buttonStyle } from "@/components/ui/button-style";
import { Skeleton } from "@/components/ui/skeleton";
import { statusLooks } from "@/components/ui/status";
import { StatusIcon } from "@/components/ui/status-icon";
import { readHealth } from "@/lib/client/read-health";
import { apis, pages } from "@/lib/domain/paths";
import { type CheckItem, toCheckItems } from "./check-items";

type CheckState = { kind: "checking" } | { kind: "offline" } | { kind: "done"; items: CheckItem[] };

function useSystemCheck() {
  const [state, setState] = useState<CheckState>({ kind: "checking" });
  const check = useCallback(async () => {
    const health = await readHealth(apis.health());
    setState(health.ok ? { kind: "done", items: toCheckItems(health.value) } : { kind: "offline" });
  }, []);
  useEffect(() => void check(), [check]);
  return { state, check };
}

export function SystemCheck() {
  const t = useTranslations("setup");
  const { state, check } = useSystemCheck();
  const [again, setAgain] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const open = state.kind === "done" ? state.items.filter(({ fix }) => fix).length : 0;
  async function repeat() {
    setAgain(true);
    await check();
    setAgain(false);
  }
  return (
    <>
      <h1 ref={heading} tabIndex={-1} className="mt-1 font-semibold text-xl">
        {t("checkTitle")}
      </h1>
      <p className="mt-1 text-muted text-prose">{t("checkLead")}</p>
      <div role="status" aria-busy={state.kind === "checking"} className="mt-6">
        <CheckResult state={state} />
      </div>
      <div className="mt-6 flex flex-wrap justify-end gap-2">
        <Button pending={again} onClick={() => void repeat()}>
          {t("checkAgain")}
        </Button>
        {/* A plain link: it works before the page does, and loads anew with the session that was just made. */}
        <a href={pages.overview()} className={buttonStyle({ variant: "primary" })}>
          {open === 0 ? t("finish") : t("finishWithOpen", { count: open })}
        </a>
      </div>
    </>
  );
}

function CheckResult({ state }: { state: CheckState }) {
  const t = useTranslations("setup");
  if (state.kind === "checking") return <Skeleton className="h-32" />;
  if (state.kind === "offline") return <Banner kind="error" title={t("checkOffline")} />;
  return (
    <ul className="divide-y divide-line rounded-lg border border-line">
      {state.items.map((item) => (
        <CheckLine key={item.text} item={item} />
      ))}
    </ul>
  );
}

function CheckLine({ item }: { item: CheckItem }) {
  const t = useTranslations("setup.checks");
  const status = useTranslations("common.status");
  return (
    <li className="flex gap-3 px-4 py-3">
      <span className={`mt-0.5 ${textTones[statusLooks[item.status].tone]}`}>
        <StatusIcon status={item.status} size={16} />
        <span className="sr-only">{status(item.status)}</span>
      </span>
      <span className="min-w-0 space-y-1">
        <span className="block font-medium">{t(item.text, item.params)}</span>
        {item.fix ? <span className="block text-muted text-prose">{t(item.fix)}</span> : null}
      </span>
    </li>
  );
}
