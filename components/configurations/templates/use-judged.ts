"use client";

import { useTranslations } from "next-intl";
import { useDeferredValue, useMemo } from "react";
import {
  type TemplateFact,
  type TemplateName,
  templateSnippets,
} from "@/lib/domain/containerd-template/facts";
import { judgeManaged, type TemplatePlace } from "@/lib/domain/containerd-template/places";
import { findTextFaults, type TextFault } from "@/lib/domain/containerd-template/text-faults";
import { marksOf } from "./marks";
import { type Texts, toTemplates } from "./texts";

export type ToldFault = TextFault & { text: string };

const noFaults: readonly ToldFault[] = [];

/** What one template of the page does at a place, and what keeps it from being saved. It follows the typing. */
export function useJudged(texts: Texts, name: TemplateName, place: TemplatePlace) {
  const t = useTranslations("containerdtemplates");
  const words = useTranslations("nodetemplates");
  const settled = useDeferredValue(texts);
  const text = settled[name];
  const faults = useMemo(
    () =>
      text === undefined
        ? noFaults
        : findTextFaults(text).map((fault) => ({ ...fault, text: t(`faultTexts.${fault.code}`) })),
    [text, t],
  );
  const judged = useMemo((): TemplateFact | null => {
    const facts = judgeManaged(toTemplates(settled), place);
    return facts.find((fact) => fact.name === name) ?? null;
  }, [settled, name, place]);
  const marks = useMemo(() => {
    const said = judged?.reason ? words(`reasons.${judged.reason}`, templateSnippets) : "";
    return marksOf({ faults, judged: judged && { ...judged, text: said } });
  }, [faults, judged, words]);
  return { faults, judged, marks };
}
