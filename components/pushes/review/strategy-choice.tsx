"use client";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { defaultPushOptions, pushOptionsSchema } from "@/lib/domain/pushes/options";
import { batchSizes, rampSchema, readRamp } from "@/lib/domain/pushes/ramp";
import type { PushReview } from "@/lib/domain/pushes/review";
import { optionsOf, type Strategy, strategies, strategyOf } from "@/lib/domain/pushes/strategy";
import { AtOnce } from "./at-once";
import type { Plan } from "./use-plan";

const approvals = pushOptionsSchema.shape.approval.def.innerType.options;

type StrategyChoiceProps = { plan: Plan; review: Pick<PushReview, "group" | "defaults"> };

/** How the push goes through its nodes, and whether it waits for a person on the way. */
export function StrategyChoice({ plan, review }: StrategyChoiceProps) {
  const t = useTranslations("pushes.options");
  const approval = useId();
  const { options, setOption } = plan;
  const { width: usualWidth } = review.defaults;
  const strategy = strategyOf(options);
  const choose = (name: Strategy) => {
    const { canary, ramp, width } = optionsOf(name, usualWidth || defaultPushOptions.width);
    setOption("canary", canary);
    setOption("ramp", ramp);
    setOption("width", width);
  };
  return (
    <div className="space-y-4">
      <RadioGroup
        name="strategy"
        legend={t("strategy")}
        value={strategy}
        onChange={(value) => choose(strategies.find((each) => each === value) ?? "careful")}
        options={strategies.map((value) => ({
          value,
          label: t(`strategies.${value}.name`),
          hint: t(`strategies.${value}.text`, { width: Math.max(2, usualWidth) }),
        }))}
      />
      {strategy === "batches" ? <RampField plan={plan} /> : null}
      {strategy === "wide" ? <AtOnce plan={plan} group={review.group.name} /> : null}
      <div className="max-w-md space-y-1.5">
        <label htmlFor={approval} className="block font-medium">
          {t("approval")}
        </label>
        <Select
          id={approval}
          value={options.approval}
          options={approvals.map((value) => ({ value, label: t(`approvals.${value}`) }))}
          onChange={({ target }) =>
            setOption("approval", approvals.find((each) => each === target.value) ?? "none")
          }
        />
      </div>
    </div>
  );
}

/** Sizes of batches as people write them, with what they come to for the agents that take part. */
function RampField({ plan }: { plan: Plan }) {
  const t = useTranslations("pushes.options");
  const id = useId();
  const [text, setText] = useState(plan.options.ramp.join(", "));
  const ramp = readRamp(text);
  const good = ramp.length > 0 && rampSchema.safeParse(ramp).success;
  const agents = plan.chosen.filter(({ role }) => role === "agent").length;
  function type(next: string) {
    setText(next);
    const steps = readRamp(next);
    if (steps.length > 0 && rampSchema.safeParse(steps).success) plan.setOption("ramp", steps);
  }
  return (
    <div className="max-w-md space-y-1.5">
      <label htmlFor={id} className="block font-medium">
        {t("ramp")}
      </label>
      <TextInput
        id={id}
        value={text}
        autoComplete="off"
        aria-invalid={good ? undefined : true}
        aria-describedby={`${id}-hint`}
        onChange={(event) => type(event.target.value)}
      />
      <p id={`${id}-hint`} className={good ? "text-muted text-sm" : "text-error text-sm"}>
        {good
          ? t("rampHint", { count: agents, sizes: batchSizes(ramp, agents).join(" + ") || "0" })
          : t("rampWrong")}
      </p>
    </div>
  );
}
