"use client";
import { useTranslations } from "next-intl";
import { DiffTable } from "@/components/diff/diff-table";
import { Card } from "@/components/ui/card";
import { useList } from "@/components/ui/use-list";
import { canTakePart, type PushReview, type ReviewedNode } from "@/lib/domain/pushes/review";

const isRight = ({ change }: ReviewedNode) => change === "none";

/** One card per distinct change, with the nodes that can get it. */
export function ReviewDiffs({ review }: { review: PushReview }) {
  const t = useTranslations("pushes.review");
  const list = useList();
  const cards = review.diffs.flatMap((diff, index) => {
    const nodes = review.nodes.filter((node) => node.diff === index && canTakePart(review, node));
    return nodes.length > 0 ? [{ diff, index, nodes }] : [];
  });
  return (
    <>
      {cards.map(({ diff, index, nodes }) => {
        const names = list(nodes.map(({ name }) => name));
        return (
          <Card
            key={index}
            title={t(nodes.every(isRight) ? "alreadyRight" : "sameChange", { count: nodes.length })}
            description={<span className="[overflow-wrap:anywhere]">{names}</span>}
          >
            <DiffTable diff={diff} caption={t("diffOf", { names })} />
          </Card>
        );
      })}
    </>
  );
}
