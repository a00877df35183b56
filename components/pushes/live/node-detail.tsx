"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { DiffTable } from "@/components/diff/diff-table";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { pages } from "@/lib/domain/paths";
import type { NodeDiff, PushEventView, PushNodeView } from "@/lib/domain/pushes/views";
import { FaultCard } from "./fault-card";
import { NodeEvidence } from "./node-evidence";
import { NodeLog } from "./node-log";

const tabs = ["log", "evidence", "diff"] as const;
type Tab = (typeof tabs)[number];

type Props = {
  node: PushNodeView;
  events: PushEventView[];
  diff: NodeDiff | undefined;
  /** The way back of this node alone. */
  back: ReactNode;
};

/** Everything that is known of one node in this push. */
export function NodeDetail({ node, events, diff, back }: Props) {
  const t = useTranslations("pushes.detail");
  const [tab, setTab] = useState<Tab>("log");
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
        {node.fault ? <FaultCard node={node} /> : null}
        {tab === "log" ? <NodeLog name={node.name} events={own} /> : null}
        {tab === "evidence" ? <NodeEvidence node={node} /> : null}
        {tab === "diff" ? <NodeDiffView diff={diff} name={node.name} /> : null}
      </div>
    </Card>
  );
}

function NodeDiffView({ diff, name }: { diff: NodeDiff | undefined; name: string }) {
  const t = useTranslations("pushes.detail");
  return diff ? (
    <DiffTable diff={diff} caption={t("diffOf", { name })} />
  ) : (
    <p className="text-muted text-prose">{t("noDiff")}</p>
  );
}
