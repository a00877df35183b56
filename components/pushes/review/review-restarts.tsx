"use client";
import { useTranslations } from "next-intl";
import { RestartEffectItem } from "@/components/nodes/restart-effect";
import { Card } from "@/components/ui/card";
import { type SharedEffect, shareEffects } from "@/lib/domain/nodes/restart-effects";
import { canTakePart, type PushReview } from "@/lib/domain/pushes/review";
import { mostNamed } from "../most-named";

/** What the restarts do besides the push, each once with its nodes; nothing where they do nothing else. */
export function ReviewRestarts({ review }: { review: PushReview }) {
  const t = useTranslations("pushes.restart");
  const shared = shareEffects(review.nodes.filter((node) => canTakePart(review, node)));
  if (shared.length === 0) return null;
  return (
    <Card title={t("title")} description={t("description")}>
      <ul className="space-y-3">
        {shared.map((effect) => (
          <RestartEffectItem
            key={`${effect.code} ${Object.values(effect.params).join(" ")}`}
            effect={effect}
            until={effect.until}
          >
            <Nodes nodes={effect.nodes} />
          </RestartEffectItem>
        ))}
      </ul>
    </Card>
  );
}

function Nodes({ nodes }: Pick<SharedEffect, "nodes">) {
  const t = useTranslations("pushes.restart");
  const names = nodes.slice(0, mostNamed).join(t("separator"));
  return (
    <p className="text-muted text-sm">{t("nodes", { names, more: Math.max(0, nodes.length - mostNamed) })}</p>
  );
}
