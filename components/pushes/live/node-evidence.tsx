"use client";
import { useTranslations } from "next-intl";
import { DefinitionList } from "@/components/ui/definition-list";
import type { PushNodeView } from "@/lib/domain/pushes/views";

const shown = [
  "digest",
  "mode",
  "owner",
  "unit",
  "restarts",
  "containerd",
  "ready",
  "generated",
  "brokenBefore",
  "backup",
] as const;

/** What the node saw when it judged its own end; words of the node stay as they are. */
export function NodeEvidence({ node }: { node: PushNodeView }) {
  const t = useTranslations("pushes.evidence");
  const facts = shown.flatMap((key) => {
    const value = node.evidence[key];
    return value ? [{ term: t(key), value: <span className="font-mono text-code">{value}</span> }] : [];
  });
  if (facts.length === 0) return <p className="text-muted text-prose">{t("none")}</p>;
  return <DefinitionList facts={facts} />;
}
