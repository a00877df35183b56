"use client";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { LinkButton } from "@/components/ui/link-button";
import { useList } from "@/components/ui/use-list";
import { pages } from "@/lib/domain/paths";
import { blocks, type PushFindings } from "@/lib/domain/pushes/findings";
import type { PushReview, ReviewedNode } from "@/lib/domain/pushes/review";
import { FindingList } from "./finding-list";

/** Where the page shows what was found for a node. */
export const findingsId = (index: number | null): string => `findings-${index ?? "none"}`;

type Found = { index: number; found: PushFindings; nodes: ReviewedNode[] };

function toShow(review: PushReview): Found[] {
  const all = review.findings.map((found, index) => ({
    index,
    found,
    nodes: review.nodes.filter((node) => node.findings === index && node.fault === null),
  }));
  const told = all.filter(
    ({ found, nodes }) => nodes.length > 0 && found.counts.error + found.counts.warning > 0,
  );
  return [...told.filter(({ found }) => blocks(found)), ...told.filter(({ found }) => !blocks(found))];
}

/** What is wrong with the file, once for all nodes it is said of: what blocks them first, the rest to unfold. */
export function ReviewFindings({ review }: { review: PushReview }) {
  return toShow(review).map((each) => (
    <FoundCard key={each.index} each={each} configurationId={review.configuration.id} />
  ));
}

function FoundCard({ each, configurationId }: { each: Found; configurationId: string }) {
  const t = useTranslations("pushes.findings");
  const { found, nodes, index } = each;
  const { error: errors, warning: warnings, info: notes } = found.counts;
  const title = errors > 0 ? "blocks" : "warns";
  const list = useList();
  const gravest = found.list.filter(({ severity }) => severity === "error");
  const rest = found.list.filter(({ severity }) => severity !== "error");
  const others = [
    ...(warnings > 0 ? [t("warnings", { count: warnings })] : []),
    ...(notes > 0 ? [t("notes", { count: notes })] : []),
  ];
  const left = errors + warnings + notes - found.list.length;
  const names = nodes.map(({ name, version }) => (version ? t("nodeWithVersion", { name, version }) : name));
  return (
    <Card
      id={findingsId(index)}
      className="scroll-mt-20"
      title={t(title, { errors, warnings, nodes: nodes.length })}
      description={<span className="[overflow-wrap:anywhere]">{list(names)}</span>}
      actions={
        <LinkButton size="sm" href={pages.configuration(configurationId)}>
          {t("toEditor")}
        </LinkButton>
      }
    >
      <div className="space-y-3">
        {gravest.length > 0 ? <FindingList list={gravest} configurationId={configurationId} /> : null}
        {rest.length > 0 ? (
          <Disclosure summary={list(others)}>
            <FindingList list={rest} configurationId={configurationId} />
          </Disclosure>
        ) : null}
        {left > 0 ? <p className="text-muted text-sm">{t("left", { count: left })}</p> : null}
      </div>
    </Card>
  );
}
