"use client";
import { useTranslations } from "next-intl";
import { DefinitionList, type Fact } from "@/components/ui/definition-list";
import { verifyDepths } from "@/lib/domain/pushes/verify-depth";
import type { PushNodeView } from "@/lib/domain/pushes/views";
import { ToldLines } from "../fault/told-lines";
import { useNodeWords } from "../use-node-words";
import { plans } from "./dry-run";

const shown = [
  "would",
  "depth",
  "digest",
  "mode",
  "owner",
  "unit",
  "restarts",
  "containerd",
  "ready",
  "generated",
  "confirmed",
  "notJudged",
  "brokenBefore",
  "image",
  "pull",
  "servedBy",
  "likelyServedBy",
  "backup",
] as const;

/** What the node saw when it judged its own end; what has no word here stays as the node says it. */
export function NodeEvidence({ node }: { node: PushNodeView }) {
  const t = useTranslations("pushes.evidence");
  const wordOf = useNodeWords();
  const depths = useTranslations("pushes.options.depths");
  const would = useTranslations("pushes.dryRun.would");
  const facts = shown.flatMap((key): Fact[] => {
    const value = node.evidence[key];
    if (!value) return [];
    const plan = key === "would" ? plans.find((each) => each === value) : undefined;
    if (plan) return [{ term: t(key), value: would(plan) }];
    const depth = key === "depth" ? verifyDepths[Number(value) - 1] : undefined;
    if (depth) return [{ term: t(key), value: depths(`${depth}.name`) }];
    const word = wordOf(value);
    if (word) return [{ term: t(key), value: word }];
    return [{ term: t(key), value: <span className="font-mono text-code">{value}</span> }];
  });
  if (facts.length === 0) return <p className="text-muted text-prose">{t("none")}</p>;
  return (
    <div className="space-y-3">
      {node.outcome === "rolled-back" ? <p className="text-muted text-prose">{t("afterBack")}</p> : null}
      <DefinitionList facts={facts} />
      {node.evidence["pull"] ? <p className="text-muted text-sm">{t("pullNote")}</p> : null}
      {node.fault ? null : <ToldLines node={node} />}
    </div>
  );
}
