"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { Assume, Assumption } from "@/lib/domain/registries/explain/explanation";
import type { Names } from "./attempt-facts";
import { AttemptRow } from "./attempt-row";
import { ResultLine } from "./result-line";
import type { SimulatedAttempt, Simulation } from "./simulate";

type AttemptListProps = {
  simulation: Simulation;
  names: Names;
  version: string;
  assume: Assume;
  onAssume: (assume: Assume) => void;
};

const hostOf = (simulated: SimulatedAttempt | undefined) => simulated?.attempt.url.split("/", 3)[2];

/** What containerd asks, one after the other, and how that ends. */
export function AttemptList({ simulation, names, version, assume, onAssume }: AttemptListProps) {
  const t = useTranslations("simulator.attempts");
  const { attempts, explanation } = simulation;
  const firstRewritten = attempts.find(({ attempt }) => attempt.rewrite !== null);
  const change = (number: number, answer: Assumption) => {
    const { [String(number)]: _, ...others } = assume;
    onAssume(answer === "ok" ? others : { ...others, [String(number)]: answer });
  };
  const isAssumed = Object.keys(assume).length > 0;
  return (
    <Card
      title={t("title")}
      flush
      actions={
        isAssumed ? (
          <Button size="sm" onClick={() => onAssume({})}>
            {t("reset")}
          </Button>
        ) : undefined
      }
    >
      {attempts.length === 0 ? <p className="p-4 text-muted">{t("none")}</p> : null}
      <ol className="[&_:is(a,button,select)]:scroll-mb-32">
        {attempts.map((simulated) => (
          <AttemptRow
            key={simulated.number}
            simulated={simulated}
            names={names}
            isShared={simulated.attempt.rewrite !== null && hostOf(simulated) !== hostOf(firstRewritten)}
            assumed={assume[String(simulated.number)] ?? "ok"}
            onAssume={(answer) => change(simulated.number, answer)}
          />
        ))}
      </ol>
      <ResultLine explanation={explanation} version={version} />
    </Card>
  );
}
