"use client";

import { useTranslations } from "next-intl";
import { useId, useMemo } from "react";
import { useSubjectText } from "@/components/configurations/revisions/use-change-text";
import { RadioGroup } from "@/components/ui/radio-group";
import { numberSecrets } from "@/lib/domain/registries/mask";
import type { Conflict } from "@/lib/domain/registries/replay/conflict";
import type { Side } from "@/lib/domain/registries/replay/sides";
import type { Definition } from "@/lib/domain/registries/schema";
import { renderEditable } from "../document/render-masked";
import { type StoredCertificate, useEditor } from "../editor-context";
import { maskedSubject } from "./masked-subject";

export type Choices = ReadonlyMap<string, Side>;

type ConflictListProps = {
  conflicts: readonly Conflict[];
  /** What the other side is called. */
  other: string;
  choices: Choices;
  onChoose: (key: string, side: Side) => void;
  /** Whether to mark what is not chosen yet. */
  missing: boolean;
};

/** Each place that both changed, with what either has there, and the choice between them. */
export function ConflictList({ conflicts, other, choices, onChoose, missing }: ConflictListProps) {
  const t = useTranslations("drafts.replay");
  const subjectText = useSubjectText();
  const { certificates } = useEditor();
  const id = useId();
  const texts = useMemo(() => textsOf(conflicts, certificates), [conflicts, certificates]);
  return (
    <ol className="space-y-4">
      {conflicts.map(({ key, subject, part }, at) => (
        <li key={key} data-conflict="">
          <RadioGroup
            name={`${id}-${at}`}
            legend={
              <span className="[overflow-wrap:anywhere]">
                {subjectText(maskedSubject(subject))}
                {part === "entry" ? null : (
                  <>
                    {t("colon")}
                    {t(`parts.${part}`)}
                  </>
                )}
              </span>
            }
            value={choices.get(key) ?? ""}
            onChange={(side) => onChoose(key, side as Side)}
            invalid={missing && !choices.has(key)}
            options={[
              { value: "mine", label: t("mine"), hint: <Excerpt text={texts[at]?.mine ?? null} /> },
              {
                value: "theirs",
                label: other,
                hint: <Excerpt text={texts[at]?.theirs ?? null} />,
              },
            ]}
          />
        </li>
      ))}
    </ol>
  );
}

function Excerpt({ text }: { text: string | null }) {
  const t = useTranslations("drafts.replay");
  if (text === null || text === "") return t("nothing");
  return (
    <code lang="en" translate="no" className="block whitespace-pre-wrap text-code [overflow-wrap:anywhere]">
      {text}
    </code>
  );
}

function textsOf(conflicts: readonly Conflict[], certificates: readonly StoredCertificate[]) {
  const label = numberSecrets();
  const textOf = (excerpt: Definition | null) =>
    excerpt && renderEditable(excerpt, certificates, label).trimEnd();
  return conflicts.map(({ theirs, mine }) => ({ theirs: textOf(theirs), mine: textOf(mine) }));
}
