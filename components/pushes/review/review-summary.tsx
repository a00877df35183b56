"use client";
import { useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";
import { pages } from "@/lib/domain/paths";
import type { ReachReport } from "@/lib/domain/pushes/reach";
import type { PushReview } from "@/lib/domain/pushes/review";
import { leaveOutId, typedNameId } from "./at-once";
import { NewerRevision } from "./newer-revision";
import { PushRefusal } from "./push-refusal";
import { ReviewConsents } from "./review-consents";
import { SilentEndpoints } from "./silent-endpoints";
import { useNewer } from "./use-newer";
import { type Blocker, blockerOf, type Plan } from "./use-plan";
import { useStart } from "./use-start";
import { testImageId } from "./verify-choice";

/** Fields elsewhere on the page that a blocker is about. */
const fieldIds = { image: testImageId, servers: leaveOutId, name: typedNameId } as const;
const isField = (blocker: Blocker): blocker is keyof typeof fieldIds => blocker in fieldIds;
type ReviewSummaryProps = {
  review: PushReview;
  plan: Plan;
  /** What the nodes told of their endpoints; null until they did. */
  report: ReachReport | null;
  onNewer: (() => void) | null;
};

/** What will happen in a few lines, and the one button. A click that cannot start says why and shows where. */
export function ReviewSummary({ review, plan, report, onNewer }: ReviewSummaryProps) {
  const t = useTranslations("pushes.summary");
  const { start, pending, error } = useStart(review, plan);
  const { newer, check, keep } = useNewer(review, onNewer !== null);
  const [blocker, setBlocker] = useState<Blocker | null>(null);
  const overwrite = useRef<HTMLInputElement>(null);
  const templates = useRef<HTMLInputElement>(null);
  const upgrade = useRef<HTMLInputElement>(null);
  const outage = useRef<HTMLInputElement>(null);
  const boxes = { overwrite, templates, upgrade, outage };
  const { chosen, open, blockedByFile, options } = plan;
  const reasonId = useId();
  const restarts = options.writeOnly ? 0 : chosen.filter(({ change }) => change !== "none").length;

  async function click(dryRun: boolean) {
    const found = blockerOf(plan);
    setBlocker(found);
    if (found === null) return (await check()) ? undefined : void start(dryRun);
    if (isField(found)) document.getElementById(fieldIds[found])?.focus();
    else if (found !== "nobody") boxes[found].current?.focus();
  }

  return (
    <section
      aria-label={t("title")}
      className="space-y-4 rounded-lg border border-line bg-subtle p-4 xl:sticky xl:top-20"
    >
      <h2 className="font-semibold text-base">{t("title")}</h2>
      <ul className="space-y-1.5">
        <li>
          <TextLink href={pages.configuration(review.configuration.id)} className="underline">
            {review.configuration.name}
          </TextLink>{" "}
          r{review.revision.number}
          {review.revision.message ? <span className="text-muted"> · {review.revision.message}</span> : null}
        </li>
        <li>{t("nodes", { count: chosen.length, group: review.group.name })}</li>
        <LeftOut plan={plan} />
        <li>{restarts > 0 ? t("restarts", { count: restarts }) : t("noRestarts")}</li>
        <Confirm options={options} />
        {report ? <SilentEndpoints report={report} plan={plan} /> : null}
      </ul>
      <ReviewConsents plan={plan} group={review.group.name} revision={review.revision.number} boxes={boxes} />
      {open === 0 ? <NobodyCan id={reasonId} blockedByFile={blockedByFile} /> : null}
      {blocker !== null && blocker === blockerOf(plan) ? (
        <Banner kind="warn" role="alert">
          {t(`blockers.${blocker}`)}
        </Banner>
      ) : null}
      {newer !== null && onNewer ? (
        <NewerRevision reviewed={review.revision.number} newer={newer} onKeep={keep} onSwitch={onNewer} />
      ) : null}
      <PushRefusal error={error} groupId={review.group.id} />
      <Button
        variant="primary"
        pending={pending}
        onClick={() => void click(false)}
        className="w-full"
        aria-disabled={open === 0}
        aria-describedby={open === 0 ? reasonId : undefined}
      >
        {t(plan.rollback ? "startBack" : "start", { revision: review.revision.number, count: chosen.length })}
      </Button>
      <div className="space-y-1.5">
        <Button
          pending={pending}
          onClick={() => void click(true)}
          className="w-full"
          aria-disabled={open === 0}
          aria-describedby={`${reasonId}-dry`}
        >
          {t("dryRun")}
        </Button>
        <p id={`${reasonId}-dry`} className="text-muted text-sm">
          {t("dryRunHint")}
        </p>
      </div>
    </section>
  );
}

/** That each node waits to be confirmed, and how long. */
function Confirm({ options: { confirmSeconds, writeOnly } }: Pick<Plan, "options">) {
  const t = useTranslations("pushes.summary");
  if (confirmSeconds === null || writeOnly) return null;
  return <li>{t("confirm", { minutes: confirmSeconds / 60 })}</li>;
}

/** Why the button does nothing while every node is blocked. */
function NobodyCan({ id, blockedByFile }: { id: string; blockedByFile: number }) {
  const t = useTranslations("pushes.summary");
  return (
    <div id={id}>
      <Banner kind="error" title={t("allBlocked")}>
        {t(blockedByFile > 0 ? "allBlockedByFile" : "allAtFault", { count: blockedByFile })}
      </Banner>
    </div>
  );
}

function LeftOut({ plan: { open, blockedByFile } }: { plan: Plan }) {
  const t = useTranslations("pushes.summary");
  if (open === 0 || blockedByFile === 0) return null;
  return <li className="text-error">{t("leftOut", { count: blockedByFile })}</li>;
}
