"use client";
import { RefreshCw } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Spinner } from "@/components/ui/spinner";
import type { Asked } from "@/lib/domain/pushes/asked";
import type { PushReview } from "@/lib/domain/pushes/review";
import type { Rollback } from "@/lib/domain/pushes/rollback";
import { PushRefusal } from "./push-refusal";
import { ReviewDiffs } from "./review-diffs";
import { ReviewFindings } from "./review-findings";
import { ReviewNodes } from "./review-nodes";
import { ReviewOptions } from "./review-options";
import { ReviewReach } from "./review-reach";
import { ReviewRestarts } from "./review-restarts";
import { ReviewSummary } from "./review-summary";
import { usePlan } from "./use-plan";
import { useReach } from "./use-reach";
import { useReview } from "./use-review";

type Group = { id: string; nodes: { id: string }[] };

type PushReviewProps = {
  group: Group;
  /** A revision that is not the newest. */
  revision: number | undefined;
  rollback: Rollback | null;
  /** What the address asks for. */
  asked: Asked;
};

/** One page from target to button: what every node would get is on it before the button can start anything. */
export function PushReviewView({ group, revision, rollback, asked }: PushReviewProps) {
  const t = useTranslations("pushes.review");
  const { review, error, pending, again } = useReview(group.id, revision);
  const retry = (
    <Button size="sm" icon={<RefreshCw size={14} aria-hidden />} pending={pending} onClick={again}>
      {t("again")}
    </Button>
  );
  if (review)
    return (
      <Reviewed
        // What was agreed to was of the revision before.
        key={review.revision.id}
        review={review}
        rollback={rollback}
        asked={asked}
        retry={retry}
        onNewer={revision === undefined ? again : null}
      />
    );
  return (
    <Card title={t("preflight")} actions={pending ? undefined : retry}>
      <PushRefusal error={error} groupId={group.id} />
      {pending ? (
        <p role="status" className="flex items-center gap-2 text-muted">
          <Spinner />
          {t("looking", { count: group.nodes.length })}
        </p>
      ) : null}
    </Card>
  );
}

type ReviewedProps = Pick<PushReviewProps, "rollback" | "asked"> & {
  review: PushReview;
  retry: ReactNode;
  /** Reviews the newest revision; null where another one was asked for. */
  onNewer: (() => void) | null;
};

function Reviewed({ review, rollback, asked, retry, onNewer }: ReviewedProps) {
  const plan = usePlan(review, { rollback, asked });
  const reach = useReach(review);
  return (
    <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="min-w-0 space-y-6">
        <ReviewNodes review={review} plan={plan} retry={retry} />
        <ReviewReach review={review} reach={reach} />
        <ReviewRestarts review={review} />
        <ReviewFindings review={review} />
        <ReviewDiffs review={review} />
        <ReviewOptions plan={plan} review={review} />
      </div>
      <ReviewSummary review={review} plan={plan} report={reach.report} onNewer={onNewer} />
    </div>
  );
}
