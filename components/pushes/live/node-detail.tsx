"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState, useTransition } from "react";
import { DiffTable } from "@/components/diff/diff-table";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { pages } from "@/lib/domain/paths";
import type { CardPush } from "@/lib/domain/pushes/fault-links";
import type { NodeDiff, PushEventView, PushNodeView } from "@/lib/domain/pushes/views";
import { FaultCard } from "../fault/fault-card";
import { isFaulted } from "../fault/use-card-words";
import { BusyWith } from "./busy-with";
import { NodeEvidence } from "./node-evidence";
import { NodeLog } from "./node-log";

const tabs = ["log", "evidence", "diff"] as const;
type Tab = (typeof tabs)[number];

type Props = {
  node: PushNodeView;
  push: CardPush;
  events: PushEventView[];
  diff: NodeDiff | undefined;
  mayPush: boolean;
  mended: { id: string; number: number } | undefined;
  /** The way back of this node alone. */
  back: ReactNode;
};

/** Everything that is known of one node in this push. */
export function NodeDetail({ node, push, events, diff, mayPush, mended, back }: Props) {
  const t = useTranslations("pushes.detail");
  const [tab, setTab] = useState<Tab>("log");
  const [asked, setAsked] = useState(0);
  const log = useRef<HTMLDivElement>(null);
  // Once it is there: another tab may have been in its place.
  useEffect(() => {
    if (asked > 0) log.current?.scrollIntoView({ block: "center" });
  }, [asked]);
  const openLog = () => {
    setTab("log");
    setAsked((times) => times + 1);
  };
  const own = events.filter(({ pushNodeId }) => pushNodeId === node.id);
  return (
    <Card
      title={node.name}
      description={
        <>
          <span className="font-mono text-code">{node.address}</span>
          {node.nodeId ? (
            <>
              {" · "}
              <TextLink href={pages.node(node.nodeId)} className="underline">
                {t("toNode")}
              </TextLink>
            </>
          ) : null}
        </>
      }
      actions={
        <>
          {back}
          <fieldset aria-label={t("views")} className="flex gap-1">
            {tabs.map((name) => (
              <button
                key={name}
                type="button"
                aria-pressed={tab === name}
                onClick={() => setTab(name)}
                className="min-h-7 rounded-md px-2.5 text-muted text-sm hover:bg-inset aria-pressed:bg-inset aria-pressed:font-semibold aria-pressed:text-fg pointer-coarse:min-h-11"
              >
                {t(name)}
              </button>
            ))}
          </fieldset>
        </>
      }
    >
      <div className="space-y-4">
        {isFaulted(node) ? (
          <FaultCard node={node} push={push} mayPush={mayPush} mended={mended} onLog={openLog} />
        ) : (
          <BusyWith node={node} events={own} />
        )}
        {tab === "log" ? (
          <div ref={log}>
            <NodeLog name={node.name} events={own} />
          </div>
        ) : null}
        {tab === "evidence" ? <NodeEvidence node={node} /> : null}
        {tab === "diff" ? <NodeDiffView diff={diff} name={node.name} isOver={node.outcome !== null} /> : null}
      </div>
    </Card>
  );
}

type NodeDiffProps = { diff: NodeDiff | undefined; name: string; isOver: boolean };

function NodeDiffView({ diff, name, isOver }: NodeDiffProps) {
  const t = useTranslations("pushes.detail");
  return diff ? <DiffTable diff={diff} caption={t("diffOf", { name })} /> : <MissingDiff isOver={isOver} />;
}

/** A page that was opened before the node was compared has no difference of it yet: it is looked for once more. */
function MissingDiff({ isOver }: { isOver: boolean }) {
  const t = useTranslations("pushes.detail");
  const router = useRouter();
  const [looked, setLooked] = useState<boolean>();
  const [pending, start] = useTransition();
  useEffect(() => {
    setLooked(isOver);
    start(() => router.refresh());
  }, [isOver, router]);
  if (pending || looked !== isOver) return <p aria-busy className="min-h-5" />;
  return <p className="text-muted text-prose">{t("noDiff")}</p>;
}
