"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Banner } from "@/components/ui/banner";
import { CodeBlock } from "@/components/ui/code-block";
import { CopyButton } from "@/components/ui/copy-button";
import type { CardPush } from "@/lib/domain/pushes/fault-links";
import { FaultActions } from "./fault-actions";
import { Handled, Mended } from "./handled";
import { ToldLines } from "./told-lines";
import { type FaultedNode, useCardWords } from "./use-card-words";

type FaultCardProps = {
  node: FaultedNode;
  push: CardPush;
  mayPush: boolean;
  /** The later push that brought the node right, where this one could not. */
  mended: { id: string; number: number } | undefined;
  onLog: () => void;
};

/** What failed, what state the node is in now, what was done, what can be done; the details are the node's own words. */
export function FaultCard({ node, push, mayPush, mended, onLog }: FaultCardProps) {
  const t = useTranslations("pushcards.card");
  const { headline, reason, state, deed, nextStep } = useCardWords()(node, push.options.dryRun);
  const details = detailsOf(node);
  const { log, restore } = node.evidence;
  const parts = [
    { term: t("state"), text: state },
    { term: t("done"), text: deed },
    { term: t("can"), text: nextStep },
  ];
  const copied = [
    headline,
    ...(reason ? [reason] : []),
    ...parts.map(({ term, text }) => `${term}: ${text}`),
    ...[details, restore, log].filter(Boolean),
  ].join("\n");
  return (
    <section aria-label={headline} className="space-y-3">
      <Banner
        kind={node.outcome === "rolled-back" ? "warn" : "error"}
        title={headline}
        action={<CopyButton labelled label={t("copy")} text={copied} />}
      >
        {reason ? <p>{reason}</p> : null}
        <dl className="mt-2 space-y-2">
          {parts.map(({ term, text }) => (
            <Part key={term} term={term}>
              {text}
            </Part>
          ))}
        </dl>
      </Banner>
      {node.handled ? <Handled handled={node.handled} /> : null}
      {mended ? <Mended push={mended} /> : null}
      <FaultActions node={node} push={push} mayPush={mayPush} onLog={onLog} />
      {restore ? <CodeBlock label={t("restore")} code={restore} /> : null}
      <ToldLines node={node} />
      {log ? <CodeBlock label={t("lastLines")} code={log} /> : null}
      {details ? <CodeBlock label={t("details")} code={details} /> : null}
    </section>
  );
}

const Part = ({ term, children }: { term: string; children: ReactNode }) => (
  <div>
    <dt className="font-medium text-muted text-sm">{term}</dt>
    <dd>{children}</dd>
  </div>
);

/** What the fault tells besides, as it was told; the id of another push is of use to nobody. */
const detailsOf = ({ fault, evidence }: FaultedNode): string =>
  [...Object.entries(fault.params), ["backup", evidence["backup"] ?? ""] as const]
    .filter(([key, value]) => value !== "" && key !== "push")
    .map(([key, value]) => `${key}: ${value}`)
    .join("\n");
