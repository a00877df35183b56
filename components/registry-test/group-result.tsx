"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { FormError } from "@/components/fields/form-error";
import { Disclosure } from "@/components/ui/disclosure";
import { IconButton } from "@/components/ui/icon-button";
import { StatusBadge } from "@/components/ui/status-badge";
import type { Row } from "./run";
import { TestDetails } from "./test-result";
import type { Run } from "./use-registry-test";
import { useVerdict } from "./use-verdict";
import { countRows } from "./verdict";

type GroupResultProps = { run: Run; onClose: () => void };

/** One row a node, as each answers, with the sum above. */
export function GroupResult({ run, onClose }: GroupResultProps) {
  const t = useTranslations("registrytest");
  const { name, place, rows, running, pause } = run;
  const { good, bad, left } = countRows(rows);
  const group = place.kind === "group" ? place.group.name : "";
  return (
    <section
      aria-label={t("many.title", { url: name, group })}
      className="min-w-0 space-y-2 rounded-md border border-line bg-subtle px-3.5 py-3"
    >
      <div className="flex items-start justify-between gap-2">
        <div className="min-w-0">
          <p className="font-medium">{t("many.title", { url: name, group })}</p>
          <p className="text-muted text-sm">
            {running
              ? t("many.running", { done: good + bad, count: rows.length })
              : t("many.summary", { good, bad })}
            {running || left === 0 ? null : ` ${t("many.stopped", { left })}`}
            {pause > 0 ? ` ${t("many.pause", { seconds: pause })}` : null}
          </p>
        </div>
        {running ? null : (
          <IconButton
            label={t("closeNamed", { url: name })}
            icon={<X size={14} aria-hidden />}
            onClick={onClose}
          />
        )}
      </div>
      <ul className="divide-y divide-line">
        {rows.map((row) => (
          <li key={row.node?.id} className="py-2">
            <NodeRow row={row} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function NodeRow({ row: { node, state, answer } }: { row: Row }) {
  const t = useTranslations("registrytest.many");
  const verdict = useVerdict();
  const name = node?.name ?? "";
  const looks = answer?.ok
    ? verdict(answer.value)
    : (
        {
          waiting: { status: "queued", label: t("waiting") },
          asking: { status: "running", label: t("asking") },
          ended: { status: "failed", label: t("refused") },
        } as const
      )[state];
  return (
    <div className="min-w-0 space-y-1">
      <div className="grid gap-x-3 gap-y-0.5 sm:grid-cols-[10rem_1fr]">
        <span className="font-medium [overflow-wrap:anywhere]">{name}</span>
        <StatusBadge plain status={looks.status} label={looks.label} />
      </div>
      {answer?.ok ? (
        <Disclosure summary={t("open", { node: name })}>
          <TestDetails result={answer.value} />
        </Disclosure>
      ) : null}
      {answer && !answer.ok ? <FormError error={answer.error} /> : null}
    </div>
  );
}
