"use client";

import { PlugZap, Square } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { FormError } from "@/components/fields/form-error";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import type { TestPlace } from "@/lib/domain/registry-test/places";
import { GroupResult } from "./group-result";
import { PlaceSelect } from "./place-select";
import type { Question } from "./run";
import { useTestPlaces } from "./test-places";
import { TestResult } from "./test-result";
import { useAnnounceEnd } from "./use-announce-end";
import { type Run, useRegistryTest } from "./use-registry-test";
import { askerOf } from "./verdict";

type RegistryTestProps = {
  /** The address or host, as it is written now; a result for another one is no longer shown. */
  name: string;
  /** What is tested, asked for when the button is pressed. */
  question: () => Question;
};

/** Tests one address from the server or from nodes, and says how each step of it went, for those who may. */
export function RegistryTest({ name, question }: RegistryTestProps) {
  const { mayTest, chosen } = useTestPlaces();
  const announceEnd = useAnnounceEnd();
  const { run, start, stop, clear } = useRegistryTest(announceEnd);
  const button = useRef<HTMLButtonElement>(null);
  /** What was pressed goes away, so the focus goes to where it began. */
  const andReturn = (act: () => void) => () => {
    act();
    button.current?.focus();
  };
  const shown = run?.name === name ? run : undefined;
  const t = useTranslations("registrytest");
  const running = run?.running === true;
  const isAgain = shown !== undefined && !running;
  if (!mayTest) return null;
  return (
    <div className="space-y-2 in-[fieldset:disabled]:hidden">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button
          ref={button}
          size="sm"
          icon={<PlugZap size={14} aria-hidden />}
          aria-label={t(isAgain ? "againNamed" : "testNamed", { url: name })}
          aria-disabled={running}
          onClick={() => void start(name, question(), chosen)}
        >
          {isAgain ? t("again") : t("test")}
        </Button>
        {running ? (
          <Running name={run.name} place={run.place} onStop={andReturn(stop)} />
        ) : (
          <PlaceSelect name={name} />
        )}
      </div>
      {shown ? <Ended run={shown} onClose={andReturn(clear)} /> : null}
    </div>
  );
}

function Running({ name, place, onStop }: { name: string; place: TestPlace; onStop: () => void }) {
  const t = useTranslations("registrytest");
  const node = place.kind === "server" ? null : place.kind === "node" ? place.node : place.group;
  return (
    <>
      <Button size="sm" variant="ghost" icon={<Square size={14} aria-hidden />} onClick={onStop}>
        {t("stop")}
      </Button>
      <span role="status" className="flex min-w-0 items-center gap-2 text-muted text-sm">
        <Spinner />
        <span className="[overflow-wrap:anywhere]">{t("running", { url: name, ...askerOf({ node }) })}</span>
      </span>
    </>
  );
}

function Ended({ run, onClose }: { run: Run; onClose: () => void }) {
  if (run.place.kind === "group") return <GroupResult run={run} onClose={onClose} />;
  const answer = run.rows[0]?.answer;
  if (!answer) return null;
  if (!answer.ok) return <FormError error={answer.error} />;
  return <TestResult name={run.name} result={answer.value} onClose={onClose} />;
}
