"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Banner } from "@/components/ui/banner";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { pages } from "@/lib/domain/paths";
import type { NodeDiff, PushEventView, PushView } from "@/lib/domain/pushes/views";
import { PushBadge } from "../outcome-badge";
import { GateBanner } from "./gate-banner";
import { LiveActions } from "./live-actions";
import { LiveProgress } from "./live-progress";
import { NodeDetail } from "./node-detail";
import { NodeRow } from "./node-row";
import { RollBack } from "./roll-back";
import { useAnnounceEnds } from "./use-announce-ends";
import { usePushStream } from "./use-push-stream";

type Props = {
  initial: PushView;
  initialEvents: PushEventView[];
  diffs: Record<string, NodeDiff>;
  mayPush: boolean;
};

/** The live page of a push, which after its end is the record of it. */
export function PushLive({ initial, initialEvents, diffs, mayPush }: Props) {
  const t = useTranslations("pushes");
  const live = usePushStream(initial, initialEvents);
  const { push, nodes, events, connected } = live;
  const failed = nodes.find(
    ({ fault, outcome }) => fault && outcome !== "cancelled" && outcome !== "not-reached",
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = nodes.find(({ id }) => id === (chosen ?? failed?.id ?? nodes[0]?.id));
  useAnnounceEnds(nodes, push);
  const title = t("number", { number: push.number });
  useTitle(
    push.finishedAt ? null : t("tabTitle", { done: push.total - push.counts.open, total: push.total, title }),
  );
  return (
    <>
      <PageHeader
        title={title}
        status={<PushBadge status={push.status} />}
        description={t("headline", {
          configuration: push.configuration.name,
          revision: push.revision.number,
          group: push.group.name,
          by: push.startedByName,
        })}
        actions={<LiveActions push={{ ...push, before: initial.before }} nodes={nodes} mayPush={mayPush} />}
        crumbs={[{ label: title }]}
      />
      <div className="space-y-6">
        <Origin push={initial} />
        {connected || push.finishedAt ? null : (
          <Banner kind="warn" role="status" title={t("live.lost")}>
            {t("live.lostText")}
          </Banner>
        )}
        <GateBanner push={push} mayPush={mayPush} />
        <LiveProgress push={push} />
        <ol className="divide-y divide-line rounded-lg border border-line" aria-label={t("nodes")}>
          {nodes.map((node) => (
            <NodeRow
              key={node.id}
              node={node}
              chosen={node.id === shown?.id}
              onChoose={() => setChosen(node.id)}
            />
          ))}
        </ol>
        {shown ? (
          <NodeDetail
            key={shown.id}
            node={shown}
            events={events}
            diff={diffs[shown.id]}
            back={
              mayPush && shown.nodeId ? (
                <RollBack push={{ ...push, nodes, before: initial.before }} node={shown.nodeId} />
              ) : null
            }
          />
        ) : null}
      </div>
    </>
  );
}

/** Of which push this one repeats what was left, or takes back what was done. */
function Origin({ push: { retryOf, rollbackOf } }: { push: PushView }) {
  const t = useTranslations("pushes");
  const of = rollbackOf ?? retryOf;
  if (of === null) return null;
  return (
    <p className="text-muted text-prose">
      {t.rich(rollbackOf ? "rollbackOf" : "retryOf", {
        push: () => <TextLink href={pages.push(of.id)}>{t("number", { number: of.number })}</TextLink>,
      })}
    </p>
  );
}

/** Shows the progress in the tab's title while the push runs. */
function useTitle(title: string | null) {
  // After every paint, since the title of the page itself may arrive later than the page.
  useEffect(() => {
    const before = document.title;
    if (title === null || before === "") return;
    document.title = title;
    return () => {
      if (document.title === title) document.title = before;
    };
  });
}
