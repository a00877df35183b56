"use client";
import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { waitSeconds } from "@/lib/domain/pushes/waits";
import { NumberInput } from "./number-input";
import type { Plan } from "./use-plan";

const usualMinutes = 5;
const longestMinutes = waitSeconds.most / 60;

/** Whether a verified node waits for a word of Pullpath, and how long. Nothing to choose where nothing restarts. */
export function ConfirmChoice({ plan }: { plan: Plan }) {
  const t = useTranslations("pushes.options");
  const { options, setOption } = plan;
  if (options.writeOnly) return null;
  return (
    <div className="space-y-4">
      <Checkbox
        label={t("confirm")}
        hint={t("confirmHint")}
        checked={options.confirmSeconds !== null}
        onChange={({ target }) => setOption("confirmSeconds", target.checked ? usualMinutes * 60 : null)}
      />
      {options.confirmSeconds === null ? null : <Minutes seconds={options.confirmSeconds} plan={plan} />}
    </div>
  );
}

function Minutes({ seconds, plan }: { seconds: number; plan: Plan }) {
  const t = useTranslations("pushes.options");
  return (
    <div className="max-w-md">
      <NumberInput
        label={t("confirmMinutes")}
        hint={t("confirmMinutesHint")}
        min={1}
        max={longestMinutes}
        value={seconds / 60}
        onChange={(minutes) => minutes !== null && plan.setOption("confirmSeconds", minutes * 60)}
      />
    </div>
  );
}
