"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Select } from "@/components/ui/select";
import type { Status } from "@/components/ui/status";
import { StatusBadge } from "@/components/ui/status-badge";
import { type Assumption, assumptions } from "@/lib/domain/registries/explain/explanation";
import { AttemptFacts, type Names } from "./attempt-facts";
import { LineLink } from "./lines";
import { Probe } from "./probe";
import type { AttemptState, SimulatedAttempt } from "./simulate";

const statuses: Record<AttemptState, Status> = {
  pulled: "succeeded",
  failed: "failed",
  unusable: "failed",
  notAsked: "skipped",
};

type AttemptRowProps = {
  simulated: SimulatedAttempt;
  names: Names;
  /** Its rule stands at an endpoint before it already. */
  isShared: boolean;
  assumed: Assumption;
  onAssume: (answer: Assumption) => void;
};

export function AttemptRow({ simulated, names, isShared, assumed, onAssume }: AttemptRowProps) {
  const t = useTranslations("simulator.attempts");
  const explain = useTranslations("explain");
  const { number, attempt, places, state } = simulated;
  const { reason, method, url } = attempt;
  return (
    <li className="space-y-2.5 border-line border-b px-4 py-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="flex flex-wrap items-center gap-2">
          <span className="inline-flex size-6 items-center justify-center rounded-full border border-line font-semibold text-sm tabular-nums">
            <span className="sr-only">{t("number", { number })}</span>
            <span aria-hidden="true">{number}</span>
          </span>
          <StatusBadge status={statuses[state]} label={t(`state.${state}`)} />
        </div>
        {state === "unusable" ? null : <AssumeSelect number={number} value={assumed} onChange={onAssume} />}
      </div>
      <p translate="no" className="font-mono text-code [overflow-wrap:anywhere]">
        <span className="me-2 text-muted">{method}</span>
        {url}
      </p>
      <p className="text-sm">
        {explain(`reason.${reason.code}`, reason.params)}{" "}
        <LineLink place={places.endpoint} what={t("endpoint")} />
      </p>
      <AttemptFacts simulated={simulated} names={names} isShared={isShared} />
      {state === "unusable" ? null : <Probe number={number} url={url} />}
    </li>
  );
}

type AssumeSelectProps = {
  number: number;
  value: Assumption;
  onChange: (answer: Assumption) => void;
};

function AssumeSelect({ number, value, onChange }: AssumeSelectProps) {
  const t = useTranslations("simulator.attempts");
  const id = useId();
  return (
    <div className="flex items-center gap-2 max-sm:w-full">
      <label htmlFor={id} className="text-muted text-sm">
        <span aria-hidden="true">{t("assume")}</span>
        <span className="sr-only">{t("assumeFor", { number })}</span>
      </label>
      <Select
        id={id}
        className="w-48 max-sm:flex-1"
        value={value}
        options={assumptions.map((one) => ({ value: one, label: t(`assumption.${one}`) }))}
        onChange={(event) => onChange(assumptions.find((one) => one === event.target.value) ?? "ok")}
      />
    </div>
  );
}
