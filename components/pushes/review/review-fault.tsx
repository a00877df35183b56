"use client";
import { useTranslations } from "next-intl";
import { useFaultWords } from "@/components/nodes/use-fault-words";
import { LinkButton } from "@/components/ui/link-button";
import { StatusBadge } from "@/components/ui/status-badge";
import { templateReasons, templateSnippets } from "@/lib/domain/containerd-template/facts";
import { preflightActions } from "@/lib/domain/pushes/fault-actions";
import { type CardPush, linkOf } from "@/lib/domain/pushes/fault-links";
import { defaultPushOptions } from "@/lib/domain/pushes/options";
import type { PushReview, ReviewedNode } from "@/lib/domain/pushes/review";
import { LoginLines } from "../fault/login-lines";

type NodeFault = NonNullable<ReviewedNode["fault"]>;
type ReviewFaultProps = { review: PushReview; node: ReviewedNode; fault: NodeFault };

/** Why a node is blocked, how it is, and the ways on. Trying again is the button of the whole list. */
export function ReviewFault({ review, node: { nodeId, name }, fault }: ReviewFaultProps) {
  const t = useTranslations("pushes.review");
  const ways = useTranslations("pushcards.card.actions");
  const { headline, reason, state, nextStep } = useFaultWords()(fault, name);
  const { code, params } = fault;
  const node = { nodeId, fault, outcome: "failed" as const, evidence: {}, handled: null };
  const push: CardPush = {
    ...review,
    id: "",
    finishedAt: null,
    options: defaultPushOptions,
    total: review.nodes.length,
  };
  const actions = preflightActions(node, push);
  return (
    <div className="space-y-1 py-1">
      <StatusBadge status="failed" label={t("blocked")} plain />
      <p>{headline}</p>
      {reason ? <p>{reason}</p> : null}
      {code === "template-stops" ? <TemplateFault params={params} /> : <FaultPath params={params} />}
      <p className="text-muted text-sm">{state}</p>
      <p className="text-muted text-sm">{nextStep}</p>
      <div className="flex flex-wrap gap-2 pt-1 empty:hidden" data-no-print="">
        {actions.map((action) => {
          const href = linkOf(action, node, push);
          return href === null ? null : (
            <LinkButton key={action} size="sm" href={href}>
              {ways(action, { number: params["number"] ?? "" })}
            </LinkButton>
          );
        })}
      </div>
      <LoginLines node={node} actions={actions} />
    </div>
  );
}

/** The path that a fault is about. */
const FaultPath = ({ params: { path } }: Pick<NodeFault, "params">) =>
  path ? (
    <p className="font-mono text-code [overflow-wrap:anywhere]" translate="no">
      {path}
    </p>
  ) : null;

/** Why a template of the revision keeps a node out, in the words of the page of the node. */
function TemplateFault({ params: { path = "", line = "", reason = "" } }: Pick<NodeFault, "params">) {
  const t = useTranslations("pushes.review.templates");
  const words = useTranslations("nodetemplates.reasons");
  const known = templateReasons.find((each) => each === reason);
  if (known === undefined) return null;
  const why = words(known, templateSnippets);
  return (
    <p className="max-w-prose text-sm [overflow-wrap:anywhere]">
      {line === "" ? t("faultNoLine", { path, reason: why }) : t("fault", { path, line, reason: why })}
    </p>
  );
}
