"use client";
import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import {
  type Judgement,
  type TemplateVerdict,
  templateSnippets,
} from "@/lib/domain/containerd-template/facts";

const tones: Record<TemplateVerdict, Tone> = {
  extends: "ok",
  keeps: "ok",
  hides: "error",
  stops: "error",
  unreadable: "error",
  unread: "neutral",
  unknown: "warn",
};

/** In a word what a template does to registries.yaml. */
export function VerdictBadge({ judged: { verdict } }: { judged: Pick<Judgement, "verdict"> }) {
  const t = useTranslations("nodetemplates");
  return <Badge tone={tones[verdict]}>{t(`verdicts.${verdict}`)}</Badge>;
}

/** In a sentence why. */
export function VerdictReason({ judged: { verdict, reason } }: { judged: Judgement }) {
  const t = useTranslations("nodetemplates");
  if (reason !== null) return t(`reasons.${reason}`, templateSnippets);
  return verdict === "extends" || verdict === "keeps" ? t(`summaries.${verdict}`) : null;
}
