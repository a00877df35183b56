"use client";

import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import type { Explanation } from "@/lib/domain/registries/explain/explanation";
import { plain, rich } from "./rich";

const hostOf = ({ attempts, result }: Explanation) =>
  attempts[(result.attempt ?? 0) - 1]?.url.split("/", 3)[2] ?? "";

/** The result in one sentence, to be read out. */
export function useResultText(): (explanation: Explanation, version: string) => string {
  const t = useTranslations("simulator.result");
  const explain = useTranslations("explain");
  return (explanation, version) => {
    const { result } = explanation;
    if (result.outcome === "pulled")
      return t.markup("pulled", { host: hostOf(explanation), number: result.attempt, ...plain });
    const head = result.attempt === null ? t("failed") : t("failedAt", { version, number: result.attempt });
    return [head, explain(`failure.${result.error.code}`, result.error.params)].join(" ");
  };
}

type ResultLineProps = { explanation: Explanation; version: string };

/** How the pull ends under what is assumed. */
export function ResultLine({ explanation, version }: ResultLineProps) {
  const t = useTranslations("simulator.result");
  const explain = useTranslations("explain");
  const { result } = explanation;
  return (
    <section
      aria-label={t("title")}
      className="-mt-px bottom-0 rounded-b-lg border-line border-t bg-page p-4 [@media(min-width:40rem)_and_(min-height:44rem)]:sticky"
    >
      {result.outcome === "pulled" ? (
        <Banner
          kind="ok"
          title={t.rich("pulled", { host: hostOf(explanation), number: result.attempt, ...rich })}
        >
          {t.rich("stored", { image: result.storedAs, ...rich })}
        </Banner>
      ) : (
        <Banner
          kind="error"
          title={result.attempt === null ? t("failed") : t("failedAt", { version, number: result.attempt })}
        >
          <span className="[overflow-wrap:anywhere]">
            {explain(`failure.${result.error.code}`, result.error.params)}
          </span>
        </Banner>
      )}
    </section>
  );
}
