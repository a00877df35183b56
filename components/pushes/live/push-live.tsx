"use client";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { pages } from "@/lib/domain/paths";
import { unbegunOutcomes } from "@/lib/domain/pushes/outcomes";
import type { NodeDiff, PushEventView, PushHeader, PushNodeView, PushView } from "@/lib/domain/pushes/views";
import { waitsOf } from "@/lib/domain/pushes/waits";
import { PushBadge } from "../outcome-badge";
import { ConfirmNote } from "./confirm-note";
import { DryBadge, DryBanner } from "./dry-run";
import { EndRecap } from "./end-recap";
import { GateBanner } from "./gate-banner";
import { LiveActions } from "./live-actions";
import { LiveProgress } from "./live-progress";
import { NeedsHands } from "./needs-hands";
import { NodeDetail } from "./node-detail";
import { PushNodes } from "./push-nodes";
import { RollBack } from "./roll-back";
import { ResumedNote, StreamNote } from "./stream-notes";
import { useAnnounceEnds } from "./use-announce-ends";
import { usePushStream } from "./use-push-stream";
import { type TabMark, useTab } from "./use-tab";

type Props = {
  initial: PushView;
  initialEvents: PushEventView[];
  diffs: Record<string, NodeDiff>;
  mayPush: boolean;
};

const wasReached = ({ outcome }: PushNodeView) => outcome === null || !unbegunOutcomes.includes(outcome);

/** What a person did about a node after the end is in the page that was read anew, no more in the stream. */
const withHandled = (nodes: PushNodeView[], read: PushNodeView[]): PushNodeView[] => {
  const handled = new Map(read.map((node) => [node.id, node.handled]));
  return nodes.map((node) => ({ ...node, handled: node.handled ?? handled.get(node.id) ?? null }));
};

const markOf = ({ finishedAt, status }: PushHeader): TabMark =>
  finishedAt === null ? "running" : status === "succeeded" ? "done" : "failed";

/** The live page of a push, which after its end is the record of it. */
export function PushLive({ initial, initialEvents, diffs, mayPush }: Props) {
  const t = useTranslations("pushes");
  const { push, events, stream, reconnect, ...live } = usePushStream(initial, initialEvents);
  const nodes = withHandled(live.nodes, initial.nodes);
  const failed = nodes.find((node) => node.fault && wasReached(node));
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = nodes.find(({ id }) => id === (chosen ?? failed?.id ?? nodes[0]?.id));
  const waits = waitsOf(events);
  const detail = useRef<HTMLDivElement>(null);
  const show = (id: string) => {
    setChosen(id);
    detail.current?.scrollIntoView({ block: "start" });
  };
  useAnnounceEnds(nodes, push);
  const still = stream.kind !== "live";
  const title = t("number", { number: push.number });
  const count = { done: push.total - push.counts.open, total: push.total };
  const status = t(`status.${push.status}`);
  useTab(
    push.finishedAt ? t("tabEnded", { status, title }) : t("tabTitle", { ...count, title }),
    markOf(push),
  );
  return (
    <>
      <PageHeader
        title={title}
        status={
          <>
            <PushBadge status={push.status} />
            <DryBadge push={push} />
          </>
        }
        description={t("headline", {
          configuration: push.configuration.name,
          revision: push.revision.number,
          group: push.group.name,
          by: push.startedByName,
        })}
        actions={<LiveActions push={{ ...initial, ...push }} nodes={nodes} mayPush={mayPush} />}
        crumbs={[{ label: title }]}
      />
      <div className="space-y-6">
        <Origin push={initial} />
        <DryBanner push={push} />
        <NeedsHands nodes={nodes} mended={initial.mended} onShow={show} />
        <StreamNote push={push} stream={stream} onReconnect={reconnect} />
        <ResumedNote events={events} />
        <ConfirmNote push={push} />
        <GateBanner push={push} mayPush={mayPush} />
        <EndRecap push={push} nodes={nodes} mayPush={mayPush} />
        <LiveProgress push={push} still={still} />
        <PushNodes
          pushId={push.id}
          nodes={nodes}
          waits={waits}
          chosen={shown?.id}
          still={still}
          onChoose={setChosen}
        />
        <div ref={detail} className="scroll-mt-20">
          {shown ? (
            <NodeDetail
              key={shown.id}
              node={shown}
              push={push}
              events={events}
              diff={diffs[shown.id]}
              mayPush={mayPush}
              mended={initial.mended[shown.id]}
              back={
                mayPush && shown.nodeId ? (
                  <RollBack push={{ ...push, nodes, before: initial.before }} node={shown.nodeId} />
                ) : null
              }
            />
          ) : null}
        </div>
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
