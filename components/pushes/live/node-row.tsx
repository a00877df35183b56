"use client";
import { clsx } from "clsx";
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFaultWords } from "@/components/nodes/use-fault-words";
import { Spinner } from "@/components/ui/spinner";
import { Time } from "@/components/ui/time";
import { type Phase, phases } from "@/lib/domain/pushes/outcomes";
import type { PushNodeView } from "@/lib/domain/pushes/views";
import { OutcomeBadge } from "../outcome-badge";
import { plans } from "./dry-run";
import { Elapsed } from "./elapsed";

const steps = phases.filter((phase) => phase !== "queued" && phase !== "done");

type Props = {
  node: PushNodeView;
  /** Until when it waits to be confirmed. */
  waits: string | undefined;
  chosen: boolean;
  /** Nobody can tell what is true now, so no time goes on. */
  still: boolean;
  onChoose: () => void;
};

/** One node in its fixed place: name, how far it is, how it ended. The whole row opens its log below. */
export function NodeRow({ node, waits, chosen, still, onChoose }: Props) {
  const t = useTranslations("pushes");
  const words = useFaultWords();
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
          <Would node={node} />
          {waits && !node.outcome ? <Waits until={waits} /> : null}
        </div>
        {node.startedAt ? (
          <span className="text-muted text-sm">
            {still && node.finishedAt === null ? null : (
              <Elapsed from={node.startedAt} to={node.finishedAt} />
            )}
          </span>
        ) : (
          <span className="text-muted text-sm">{node.outcome ? null : t("phases.queued")}</span>
        )}
      </div>
      {node.fault ? <p className="mt-1 text-sm">{words(node.fault, node.name).headline}</p> : null}
    </li>
  );
}

/** What a push would have done there; only a dry run tells it. */
function Would({ node }: { node: PushNodeView }) {
  const t = useTranslations("pushes.dryRun.would");
  const plan = plans.find((each) => each === node.evidence["would"]);
  return plan ? <span className="ms-3 text-sm">{t(plan)}</span> : null;
}

function Waits({ until }: { until: string }) {
  const t = useTranslations("pushes.live");
  return <p className="text-sm">{t.rich("waits", { time: () => <Time value={until} /> })}</p>;
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
