"use client";
import { clsx } from "clsx";
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Spinner } from "@/components/ui/spinner";
import { type Phase, phases } from "@/lib/domain/pushes/outcomes";
import type { PushNodeView } from "@/lib/domain/pushes/views";
import { OutcomeBadge } from "../outcome-badge";
import { Elapsed } from "./elapsed";

const steps = phases.filter((phase) => phase !== "queued" && phase !== "done");

type Props = { node: PushNodeView; chosen: boolean; onChoose: () => void };

/** One node in its fixed place: name, how far it is, how it ended. The whole row opens its log below. */
export function NodeRow({ node, chosen, onChoose }: Props) {
  const t = useTranslations("pushes");
  const fault = useTranslations("faults");
  return (
    <li className={clsx("px-4 py-2.5 first:rounded-t-lg last:rounded-b-lg", chosen && "bg-subtle")}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5">
        <button
          type="button"
          aria-current={chosen || undefined}
          onClick={onChoose}
          className="min-h-6 rounded-sm text-start font-medium text-link underline-offset-2 hover:underline [overflow-wrap:anywhere] sm:w-40"
        >
          {node.name}
        </button>
        <div className="min-w-0 flex-1">
          {node.outcome ? <OutcomeBadge outcome={node.outcome} /> : <Steps phase={node.phase} />}
        </div>
        {node.startedAt ? (
          <span className="text-muted text-sm">
            <Elapsed from={node.startedAt} to={node.finishedAt} />
          </span>
        ) : (
          <span className="text-muted text-sm">{node.outcome ? null : t("phases.queued")}</span>
        )}
      </div>
      {node.fault ? (
        <p className="mt-1 text-sm">{fault(`${node.fault.code}.headline`, { name: node.name })}</p>
      ) : null}
    </li>
  );
}

type StepState = "past" | "now" | "ahead";

const styles: Record<StepState, string> = { past: "", now: "font-semibold text-info", ahead: "text-faint" };
const marks: Record<StepState, ReactNode> = {
  past: <Check size={12} aria-hidden className="text-ok" />,
  now: <Spinner size={12} />,
  ahead: null,
};

function stateOf(step: Phase, now: Phase): StepState {
  const ahead = phases.indexOf(step) - phases.indexOf(now);
  return ahead > 0 ? "ahead" : ahead === 0 ? "now" : "past";
}

function Steps({ phase }: { phase: Phase }) {
  const t = useTranslations("pushes.phases");
  return (
    <ol className="flex flex-wrap gap-x-3 gap-y-1 text-sm">
      {steps.map((step) => {
        const state = stateOf(step, phase);
        return (
          <li
            key={step}
            aria-current={state === "now" ? "step" : undefined}
            className={clsx("inline-flex items-center gap-1", styles[state])}
          >
            {marks[state]}
            {t(step)}
          </li>
        );
      })}
    </ol>
  );
}
