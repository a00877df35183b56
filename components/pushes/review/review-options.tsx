"use client";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Disclosure } from "@/components/ui/disclosure";
import type { PushReview } from "@/lib/domain/pushes/review";
import { comeUpSeconds } from "@/lib/domain/pushes/waits";
import { ConfirmChoice } from "./confirm-choice";
import { NumberInput } from "./number-input";
import { SaveUsual } from "./save-usual";
import { StrategyChoice } from "./strategy-choice";
import type { Plan } from "./use-plan";
import { VerifyChoice } from "./verify-choice";

const numbers = [
  { key: "stopAfter", min: 0, max: 1000, automatic: false },
  { key: "watchSeconds", min: 0, max: 300, automatic: false },
  { key: "startSeconds", min: comeUpSeconds.least, max: comeUpSeconds.most, automatic: true },
] as const;

type ReviewOptionsProps = { plan: Plan; review: Pick<PushReview, "group" | "defaults"> };

/** How the push goes through its nodes. What is enforced, such as one server at a time, is said and not offered. */
export function ReviewOptions({ plan, review }: ReviewOptionsProps) {
  const t = useTranslations("pushes.options");
  const { options, setOption } = plan;
  return (
    <Card title={t("title")} description={t("order")}>
      <div className="space-y-4">
        <StrategyChoice plan={plan} review={review} />
        <VerifyChoice plan={plan} />
        <ConfirmChoice plan={plan} />
        <Checkbox
          label={t("writeOnly")}
          hint={t("writeOnlyHint")}
          checked={options.writeOnly}
          onChange={(event) => setOption("writeOnly", event.target.checked)}
        />
        <Disclosure summary={t("more")}>
          <div className="grid gap-4 sm:grid-cols-2">
            {numbers.map((field) => (
              <NumberOption key={field.key} field={field} plan={plan} />
            ))}
          </div>
        </Disclosure>
        <SaveUsual group={review.group} options={options} usual={review.defaults} />
      </div>
    </Card>
  );
}

function NumberOption({ field, plan }: { field: (typeof numbers)[number]; plan: Plan }) {
  const t = useTranslations("pushes.options");
  const { key, min, max } = field;
  return (
    <NumberInput
      label={t(key)}
      hint={t(`${key}Hint`)}
      min={min}
      max={max}
      value={plan.options[key]}
      whenEmpty={field.automatic ? t("automatic") : undefined}
      onChange={(value) => {
        if (field.automatic) plan.setOption(field.key, value);
        else if (value !== null) plan.setOption(field.key, value);
      }}
    />
  );
}
