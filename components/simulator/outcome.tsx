"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { FormError } from "@/components/fields/form-error";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import type { Assume } from "@/lib/domain/registries/explain/explanation";
import { maskText } from "@/lib/domain/registries/mask-text";
import type { Target } from "@/lib/domain/registries/target";
import type { Names } from "./attempt-facts";
import { BrokenFile } from "./broken-file";
import type { Choice } from "./choice";
import { OutcomeLoading } from "./outcome-loading";
import type { SimulatorQuery } from "./query";
import { Results } from "./results";
import type { FileSource } from "./use-file-source";
import { useSimulation } from "./use-simulation";

export type OutcomeProps = {
  image: string;
  query: SimulatorQuery;
  choice: Choice;
  target: Target;
  source: FileSource;
  names: Names;
  onAssume: (assume: Assume) => void;
};

/** Below the inputs: the results, or what keeps them from being there. */
export function Outcome(props: OutcomeProps) {
  const { image, query, source, choice, target } = props;
  const t = useTranslations("simulator");
  const shown = useMemo(() => maskText(source.text ?? ""), [source.text]);
  const { file, simulation } = useSimulation({ text: source.text, image, target, query });
  if (source.state === "loading") return <OutcomeLoading number={choice.number} />;
  if (source.state === "draft-gone") return <Banner kind="warn">{t("source.draftGone")}</Banner>;
  if (source.state === "failed") return <Failed source={source} />;
  if (file === null || source.text === null) return null;
  if (!file.ok) return <BrokenFile text={shown} error={file.error} line={file.line} />;
  if (simulation === null) return <p className="text-muted">{t("image.none")}</p>;
  const { reference } = simulation.explanation;
  // The field says what is wrong with the name.
  if ("error" in reference) return null;
  return <Results {...props} text={shown} reference={reference} simulation={simulation} />;
}

function Failed({ source: { error, retry } }: { source: FileSource }) {
  const t = useTranslations("simulator.source");
  const common = useTranslations("common");
  return (
    <section aria-label={t("loadFailed")} className="space-y-3">
      <FormError error={error ?? undefined} />
      <Button onClick={retry}>{common("retry")}</Button>
    </section>
  );
}
