"use client";

import { PlugZap, Square } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { FormError } from "@/components/fields/form-error";
import { useAnnounce } from "@/components/ui/announcer";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import type { Targeted } from "@/lib/domain/registry-test/target";
import { TestResult } from "./test-result";
import { type TestEnd, useRegistryTest } from "./use-registry-test";
import { failedStep, verdictOf } from "./verdict";

type RegistryTestProps = {
  /** The address or host, as it is written now; a result for another one is no longer shown. */
  name: string;
  /** What is tested, asked for when the button is pressed. */
  target: () => Targeted;
};

/** Tests one address from the server, and says how each step of it went. Not shown where nothing can be changed. */
export function RegistryTest({ name, target }: RegistryTestProps) {
  const t = useTranslations("registrytest");
  const announceEnd = useAnnounceEnd();
  const { running, end, start, stop, clear } = useRegistryTest(announceEnd);
  const button = useRef<HTMLButtonElement>(null);
  /** What was pressed goes away, so the focus goes to where it began. */
  const andReturn = (act: () => void) => () => {
    act();
    button.current?.focus();
  };
  const shown = end?.name === name ? end : undefined;
  return (
    <div className="space-y-2 in-[fieldset:disabled]:hidden">
      <div className="flex flex-wrap items-center gap-2">
        <Button
          ref={button}
          size="sm"
          icon={<PlugZap size={14} aria-hidden />}
          aria-label={t(shown ? "againNamed" : "testNamed", { url: name })}
          aria-disabled={running}
          onClick={() => void start(name, target())}
        >
          {shown ? t("again") : t("test")}
        </Button>
        {running ? (
          <>
            <Button
              size="sm"
              variant="ghost"
              icon={<Square size={14} aria-hidden />}
              onClick={andReturn(stop)}
            >
              {t("stop")}
            </Button>
            <span role="status" className="flex min-w-0 items-center gap-2 text-muted text-sm">
              <Spinner />
              <span className="[overflow-wrap:anywhere]">{t("running", { url: name })}</span>
            </span>
          </>
        ) : null}
      </div>
      {shown && "error" in shown ? <FormError error={shown.error} /> : null}
      {shown && "result" in shown ? (
        <TestResult name={name} result={shown.result} onClose={andReturn(clear)} />
      ) : null}
    </div>
  );
}

function useAnnounceEnd() {
  const t = useTranslations("registrytest");
  const announce = useAnnounce();
  return (end: TestEnd) => {
    if (!("result" in end)) return;
    const failed = failedStep(end.result);
    announce(t(verdictOf(end.result), { step: failed ? t(`steps.${failed.step}`) : "" }));
  };
}
