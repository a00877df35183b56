"use client";
import { useTranslations } from "next-intl";
import type { Ref } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import type { Plan } from "./use-plan";

const mostNamed = 5;

type ReviewConsentsProps = {
  plan: Plan;
  group: string;
  revision: number;
  overwrite: Ref<HTMLInputElement>;
  outage: Ref<HTMLInputElement>;
};

/** What a person must agree to, and only where it happens. */
export function ReviewConsents({ plan, group, revision, overwrite, outage }: ReviewConsentsProps) {
  const t = useTranslations("pushes.summary");
  const named = plan.foreign.slice(0, mostNamed).map(({ name }) => name);
  return (
    <>
      {plan.rollback ? (
        <Checkbox
          label={t("hold", { group, revision })}
          hint={t(plan.hold ? "holdHint" : "noHoldHint")}
          checked={plan.hold}
          onChange={(event) => plan.setHold(event.target.checked)}
        />
      ) : null}
      {plan.foreign.length > 0 ? (
        <Checkbox
          ref={overwrite}
          label={t("overwrite", {
            names: named.join(t("separator")),
            count: plan.foreign.length,
            more: plan.foreign.length - named.length,
          })}
          hint={t("overwriteHint")}
          checked={plan.overwriteAgreed}
          onChange={(event) => plan.agreeToOverwrite(event.target.checked)}
        />
      ) : null}
      {plan.outage.length > 0 ? (
        <Checkbox
          ref={outage}
          label={t("outage", { names: plan.outage.join(", ") })}
          checked={plan.options.outageAccepted}
          onChange={(event) => plan.setOption("outageAccepted", event.target.checked)}
        />
      ) : null}
    </>
  );
}
