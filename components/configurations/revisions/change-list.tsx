"use client";
import { clsx } from "clsx";
import { ArrowRight, Minus, Plus, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Change } from "@/lib/domain/registries/compare/change";
import { type ChangeSign, groupChanges, signOf } from "./group-changes";
import { useChangeText, useSubjectText } from "./use-change-text";

const signs: Record<ChangeSign, { icon: typeof Plus; look: string }> = {
  added: { icon: Plus, look: "text-ok" },
  removed: { icon: Minus, look: "text-error" },
  changed: { icon: ArrowRight, look: "text-info" },
  warning: { icon: TriangleAlert, look: "text-warn" },
};

/** Sentences beyond this many are counted only: nobody reads them, and the text has them all. */
const mostShown = 200;

/** What differs between two definitions, in sentences, under the entry each is about. */
export function ChangeList({ changes }: { changes: readonly Change[] }) {
  const t = useTranslations("revisions.summary");
  const subjectText = useSubjectText();
  const more = Math.max(0, changes.length - mostShown);
  return (
    <div className="space-y-4">
      <ul className="space-y-4">
        {groupChanges(changes.slice(0, mostShown)).map((group) => (
          <li key={group.key}>
            <p className="font-semibold [overflow-wrap:anywhere]">{subjectText(group.subject)}</p>
            <ul className="mt-1 space-y-1">
              {group.changes.map((change) => (
                <Sentence key={JSON.stringify(change)} change={change} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {more > 0 ? <p className="text-muted text-prose">{t("more", { count: more })}</p> : null}
    </div>
  );
}

function Sentence({ change }: { change: Change }) {
  const changeText = useChangeText();
  const { icon: Icon, look } = signs[signOf(change)];
  return (
    <li className="flex gap-2 text-prose">
      <Icon size={14} aria-hidden className={clsx("mt-1 shrink-0", look)} />
      <span className="min-w-0 [overflow-wrap:anywhere]">{changeText(change)}</span>
    </li>
  );
}
