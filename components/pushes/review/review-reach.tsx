"use client";
import { RefreshCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { FormError } from "@/components/fields/form-error";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Spinner } from "@/components/ui/spinner";
import { StatusBadge } from "@/components/ui/status-badge";
import { TextLink } from "@/components/ui/text-link";
import { useList } from "@/components/ui/use-list";
import type { Named } from "@/lib/domain/named";
import { pages } from "@/lib/domain/paths";
import { imageOf, type ReachReport } from "@/lib/domain/pushes/reach";
import type { PushReview } from "@/lib/domain/pushes/review";
import { mostNamed } from "../most-named";
import { askable, type Reach } from "./use-reach";

/** Where the page tells which endpoints answer. */
export const reachId = "reach";

/** Which endpoints of the file the nodes get no answer from: a warning, that comes when it comes. */
export function ReviewReach({ review, reach }: { review: PushReview; reach: Reach }) {
  const t = useTranslations("pushreach");
  const { report, error, pending, again } = reach;
  const count = askable(review).length;
  if (count === 0 || report?.endpoints.length === 0) return null;
  return (
    <Card
      id={reachId}
      className="scroll-mt-20"
      title={t("title")}
      description={t("description")}
      actions={
        <Button size="sm" icon={<RefreshCw size={14} aria-hidden />} pending={pending} onClick={again}>
          {t("again")}
        </Button>
      }
    >
      <FormError error={error} />
      <div role="status" className="space-y-3">
        {pending ? (
          <p className="flex items-center gap-2 text-muted">
            <Spinner />
            {t("asking", { count })}
          </p>
        ) : null}
        {report && !pending ? <Told report={report} review={review} /> : null}
      </div>
    </Card>
  );
}

type ToldProps = { report: ReachReport; review: PushReview };

function Told({ report, review }: ToldProps) {
  const t = useTranslations("pushreach");
  const { silent, unsaid, asked, endpoints, left } = report;
  const whole = unsaid.length === 0;
  return (
    <>
      {silent.length === 0 && asked > 0 ? (
        <StatusBadge
          status="succeeded"
          plain
          label={t(whole ? "allAnswer" : "askedAnswer", { endpoints: endpoints.length, nodes: asked })}
        />
      ) : null}
      {silent.length > 0 ? (
        <ul className="space-y-2">
          {silent.map((each) => (
            <Silent key={`${each.endpoint} ${each.why}`} silent={each} review={review} />
          ))}
        </ul>
      ) : null}
      {silent.length > 0 ? <p className="max-w-prose text-muted text-sm">{t("warningOnly")}</p> : null}
      {unsaid.map(({ why, nodes }) => (
        <p key={why} className="max-w-prose text-muted text-sm [overflow-wrap:anywhere]">
          <Unsaid why={why} nodes={nodes} />
        </p>
      ))}
      {left > 0 ? <p className="text-muted text-sm">{t("left", { count: left })}</p> : null}
    </>
  );
}

function useNames() {
  const list = useList();
  return (nodes: readonly Named[]) => ({
    names: list(nodes.slice(0, mostNamed).map(({ name }) => name)),
    more: Math.max(0, nodes.length - mostNamed),
  });
}

type SilentProps = { silent: ReachReport["silent"][number]; review: PushReview };

function Silent({ silent: { endpoint, mirror, why, of, nodes }, review }: SilentProps) {
  const t = useTranslations("pushreach");
  const namesOf = useNames();
  const [first] = nodes;
  const image = imageOf(mirror);
  const simulated = pages.simulate({
    ...(image && { image }),
    config: review.configuration.id,
    rev: review.revision.number,
    ...(first && { node: first.id }),
  });
  const one = nodes.length === 1 && first ? first.name : "";
  return (
    <li className="max-w-prose space-y-0.5 [overflow-wrap:anywhere]">
      <StatusBadge
        status="warning"
        plain
        label={
          one === ""
            ? t("silentMany", { count: nodes.length, of, endpoint, why: t(`whys.${why}`) })
            : t("silentOne", { name: one, endpoint, why: t(`whys.${why}`) })
        }
      />
      {one === "" ? <p className="text-muted text-sm">{t("nodes", namesOf(nodes))}</p> : null}
      <p className="text-sm">
        <TextLink href={simulated} className="underline">
          {t("simulate")}
        </TextLink>
      </p>
    </li>
  );
}

function Unsaid({ why, nodes }: ReachReport["unsaid"][number]) {
  const t = useTranslations("pushreach");
  const namesOf = useNames();
  return t(`unsaid.${why}`, { count: nodes.length, ...namesOf(nodes) });
}
