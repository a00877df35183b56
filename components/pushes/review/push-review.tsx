"use client";
import { RefreshCw } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FormError } from "@/components/fields/form-error";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Spinner } from "@/components/ui/spinner";
import type { PushReview } from "@/lib/domain/pushes/review";
import type { Rollback } from "@/lib/domain/pushes/rollback";
import { ReviewDiffs } from "./review-diffs";
import { ReviewFindings } from "./review-findings";
import { ReviewNodes } from "./review-nodes";
import { ReviewOptions } from "./review-options";
import { ReviewSummary } from "./review-summary";
import { usePlan } from "./use-plan";
import { useReview } from "./use-review";

type Group = { id: string; nodes: { id: string }[] };

type PushReviewProps = {
  group: Group;
  /** A revision that is not the newest. */
  revision: number | undefined;
  rollback: Rollback | null;
};

/** One page from target to button: what every node would get is on it before the button can start anything. */
export function PushReviewView({ group, revision, rollback }: PushReviewProps) {
  const t = useTranslations("pushes.review");
  const { review, error, pending, again } = useReview(group.id, revision);
  const retry = (
    <Button size="sm" icon={<RefreshCw size={14} aria-hidden />} pending={pending} onClick={again}>
      {t("again")}
    </Button>
  );
  if (review) return <Reviewed review={review} rollback={rollback} retry={retry} />;
  return (
    <Card title={t("preflight")} actions={pending ? undefined : retry}>
      <FormError error={error} />
      {pending ? (
        <p role="status" className="flex items-center gap-2 text-muted">
          <Spinner />
          {t("looking", { count: group.nodes.length })}
        </p>
      ) : null}
    </Card>
  );
}

type ReviewedProps = { review: PushReview; rollback: Rollback | null; retry: ReactNode };

function Reviewed({ review, rollback, retry }: ReviewedProps) {
  const plan = usePlan(review, rollback);
  return (
    <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="min-w-0 space-y-6">
        <ReviewNodes review={review} plan={plan} retry={retry} />
        <ReviewFindings review={review} />
        <ReviewDiffs review={review} />
        <ReviewOptions plan={plan} usualWidth={review.defaults.width} />
      </div>
      <ReviewSummary review={review} plan={plan} />
    </div>
  );
}
