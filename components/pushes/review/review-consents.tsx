"use client";
import { useTranslations } from "next-intl";
import type { Ref } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { useList } from "@/components/ui/use-list";
import type { ReviewedNode } from "@/lib/domain/pushes/review";
import { mostNamed } from "../most-named";
import { type Consent, type Plan, upgradesOf } from "./use-plan";

type ReviewConsentsProps = {
  plan: Plan;
  group: string;
  revision: number;
  /** Where the box of a consent is, to lead there who forgot it. */
  boxes: { [Each in Consent]: Ref<HTMLInputElement> };
};

/** What of somebody else is replaced. */
function whatIsForeign(nodes: readonly ReviewedNode[]): "files" | "templates" | "both" {
  const files = nodes.some(({ foreign }) => foreign?.file);
  const templates = nodes.some(({ foreign }) => foreign && foreign.templates.length > 0);
  if (files && templates) return "both";
  return templates ? "templates" : "files";
}

/** What a person must agree to, and only where it happens. */
export function ReviewConsents({ plan, group, revision, boxes }: ReviewConsentsProps) {
  const t = useTranslations("pushes.summary");
  const list = useList();
  const named = (nodes: readonly ReviewedNode[]) => {
    const names = nodes.slice(0, mostNamed).map(({ name }) => name);
    return { names: list(names), count: nodes.length, more: nodes.length - names.length };
  };
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
          ref={boxes.overwrite}
          label={t("overwrite", { ...named(plan.foreign), what: whatIsForeign(plan.foreign) })}
          hint={t("overwriteHint")}
          checked={plan.overwriteAgreed}
          onChange={(event) => plan.agreeToOverwrite(event.target.checked)}
        />
      ) : null}
      {plan.templates.length > 0 ? (
        <Checkbox
          ref={boxes.templates}
          label={t("templates", named(plan.templates))}
          hint={t("templatesHint")}
          checked={plan.options.templatesAccepted}
          onChange={(event) => plan.setOption("templatesAccepted", event.target.checked)}
        />
      ) : null}
      {plan.upgrades.length > 0 ? (
        <Checkbox
          ref={boxes.upgrade}
          label={t("upgrade", named(plan.upgrades))}
          hint={t("upgradeHint")}
          checked={plan.options.upgradesAccepted.length > 0}
          onChange={(event) =>
            plan.setOption("upgradesAccepted", event.target.checked ? upgradesOf(plan.upgrades) : [])
          }
        />
      ) : null}
      {plan.outage.length > 0 ? (
        <Checkbox
          ref={boxes.outage}
          label={t("outage", { names: list(plan.outage) })}
          checked={plan.options.outageAccepted}
          onChange={(event) => plan.setOption("outageAccepted", event.target.checked)}
        />
      ) : null}
    </>
  );
}
