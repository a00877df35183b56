"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { tip } from "@/components/ui/tip";
import { useJudged } from "../findings/findings-provider";
import { gravest, type PlacedFinding } from "../findings/place-findings";
import { SeverityIcon } from "../findings/severity-look";
import { useFindingText } from "../findings/use-finding-text";
import { useGoTo } from "../findings/use-go-to";

/** More signs than these are no longer looked at one by one. */
const mostSigns = 300;

/** A sign for each line something was found about, by its number from 1. */
export function useLineSigns(): ReadonlyMap<number, ReactNode> {
  const { byLine } = useJudged().placed;
  return useMemo(
    () =>
      new Map(
        [...byLine].slice(0, mostSigns).map(([line, found]) => [line, <LineSign key={line} found={found} />]),
      ),
    [byLine],
  );
}

function LineSign({ found }: { found: readonly PlacedFinding[] }) {
  const t = useTranslations("findings");
  const say = useFindingText();
  const goTo = useGoTo();
  const worst = gravest(found);
  if (!worst) return null;
  const text = found.map(({ finding }) => `${t(`severity.${finding.severity}`)}: ${say(finding)}`).join("\n");
  return (
    <button
      {...tip(text, "right")}
      type="button"
      aria-label={text}
      onClick={() => {
        if (worst.place) goTo(worst.place);
      }}
      className="grid size-6 place-items-center rounded-sm"
    >
      <SeverityIcon severity={worst.finding.severity} />
    </button>
  );
}
