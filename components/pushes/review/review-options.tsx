"use client";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Disclosure } from "@/components/ui/disclosure";
import { TextInput } from "@/components/ui/text-input";
import { StrategyChoice } from "./strategy-choice";
import type { Plan } from "./use-plan";

const numbers = [
  { key: "stopAfter", min: 0, max: 1000, automatic: false },
  { key: "watchSeconds", min: 0, max: 300, automatic: false },
  { key: "startSeconds", min: 5, max: 1800, automatic: true },
] as const;

/** How the push goes through its nodes. What is enforced, such as one server at a time, is said and not offered. */
export function ReviewOptions({ plan, usualWidth }: { plan: Plan; usualWidth: number }) {
  const t = useTranslations("pushes.options");
  const { options, setOption } = plan;
  return (
    <Card title={t("title")} description={t("order")}>
      <div className="space-y-4">
        <StrategyChoice plan={plan} usualWidth={usualWidth} />
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
      </div>
    </Card>
  );
}

function NumberOption({ field, plan }: { field: (typeof numbers)[number]; plan: Plan }) {
  const t = useTranslations("pushes.options");
  const id = useId();
  const { key, min, max } = field;
  const set = (text: string) => {
    if (field.automatic && text === "") plan.setOption(field.key, null);
    const value = Math.round(Number(text));
    if (text !== "" && Number.isFinite(value)) plan.setOption(key, Math.min(max, Math.max(min, value)));
  };
  return (
    <div className="space-y-1.5">
      <label htmlFor={id} className="block font-medium">
        {t(key)}
      </label>
      <TextInput
        id={id}
        type="number"
        inputMode="numeric"
        min={min}
        max={max}
        placeholder={field.automatic ? t("automatic") : undefined}
        defaultValue={plan.options[key] ?? ""}
        aria-describedby={`${id}-hint`}
        onChange={(event) => set(event.target.value)}
        onBlur={(event) => {
          event.target.value = String(plan.options[key] ?? "");
        }}
      />
      <p id={`${id}-hint`} className="text-muted text-sm">
        {t(`${key}Hint`)}
      </p>
    </div>
  );
}
