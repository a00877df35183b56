"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { useFixes } from "./fix-context";
import type { PlacedFinding } from "./place-findings";
import { SeverityIcon, severityText } from "./severity-look";
import { useFindingText, useFixTitle } from "./use-finding-text";

/** More than these in one place help nobody; the list of problems has them all. */
const mostShown = 3;
const mostFixes = 3;

type FieldFindingsProps = { id?: string; found: readonly PlacedFinding[] };

/** What was found about a field, beside it: how bad it is as a word, what is wrong, and what would mend it. */
export function FieldFindings({ id, found }: FieldFindingsProps) {
  if (found.length === 0) return null;
  return (
    <ul className="space-y-1.5">
      {found.slice(0, mostShown).map((each, at) => (
        <li key={each.id} className="flex min-w-0 flex-wrap items-start gap-x-2 gap-y-1 text-sm">
          <FindingSentence id={id && `${id}-${at}`} found={each} />
          <FixButtons found={each} />
        </li>
      ))}
    </ul>
  );
}

/** Ids of the sentences, for what they describe. */
export const findingIds = (id: string, found: readonly PlacedFinding[]): string[] =>
  found.slice(0, mostShown).map((_each, at) => `${id}-${at}`);

function FindingSentence({ id, found: { finding } }: { id?: string | undefined; found: PlacedFinding }) {
  const t = useTranslations("findings");
  const say = useFindingText();
  return (
    <p id={id} className="flex min-w-0 items-start gap-1.5">
      <SeverityIcon severity={finding.severity} className="mt-0.5" />
      <span className="min-w-0 [overflow-wrap:anywhere]">
        <span className={`font-semibold ${severityText(finding.severity)}`}>
          {t(`severity.${finding.severity}`)}
        </span>{" "}
        {say(finding)}
      </span>
    </p>
  );
}

function FixButtons({ found }: { found: PlacedFinding }) {
  const titleOf = useFixTitle();
  const { mayFix, open } = useFixes();
  if (!mayFix) return null;
  return found.finding.fixes.slice(0, mostFixes).map((fix) => (
    <Button
      key={fix.id}
      size="sm"
      aria-haspopup="dialog"
      onClick={() => open({ kind: "one", found, fix })}
      className="max-w-full font-normal"
    >
      <span className="[overflow-wrap:anywhere]">{titleOf(fix)}</span>
    </Button>
  ));
}
