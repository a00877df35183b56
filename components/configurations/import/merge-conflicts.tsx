"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { YamlView } from "@/components/configurations/yaml-view";
import { Button } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/radio-group";
import type { MergeChoice, MergeConflict } from "@/lib/domain/formats/merge-definitions";
import type { Definition } from "@/lib/domain/registries/schema";
import { entryText } from "./entry-text";

type Decisions = ReadonlyMap<string, MergeChoice>;

type MergeConflictsProps = {
  conflicts: readonly MergeConflict[];
  mine: Definition;
  theirs: Definition;
  decisions: Decisions;
  onDecide: (decisions: Decisions) => void;
};

/** Each entry that both have with something else in it, side by side, and what is to become of it. */
export function MergeConflicts({ conflicts, mine, theirs, decisions, onDecide }: MergeConflictsProps) {
  const t = useTranslations("import.merge");
  const open = conflicts.filter(({ id }) => !decisions.has(id));
  const decide = (ids: readonly string[], choice: MergeChoice) =>
    onDecide(new Map([...decisions, ...ids.map((id) => [id, choice] as const)]));
  const openIds = open.map(({ id }) => id);
  return (
    <div className="space-y-4">
      {open.length > 1 ? (
        <div className="flex flex-wrap gap-2">
          <Button size="sm" onClick={() => decide(openIds, "mine")}>
            {t("allMine", { count: open.length })}
          </Button>
          <Button size="sm" onClick={() => decide(openIds, "theirs")}>
            {t("allTheirs", { count: open.length })}
          </Button>
        </div>
      ) : null}
      {conflicts.map((conflict) => (
        <Conflict
          key={conflict.id}
          conflict={conflict}
          texts={{ mine: entryText(mine, conflict), theirs: entryText(theirs, conflict) }}
          choice={decisions.get(conflict.id)}
          onChoice={(choice) => decide([conflict.id], choice)}
        />
      ))}
    </div>
  );
}

type ConflictProps = {
  conflict: MergeConflict;
  texts: { mine: string; theirs: string };
  choice: MergeChoice | undefined;
  onChoice: (choice: MergeChoice) => void;
};

function Conflict({ conflict, texts, choice, onChoice }: ConflictProps) {
  const t = useTranslations("import.merge");
  const id = useId();
  const { section, name, choices } = conflict;
  return (
    <section className="space-y-3 rounded-lg border border-line p-4" aria-labelledby={id}>
      <h3 id={id} className="font-medium [overflow-wrap:anywhere]">
        {t(`section.${section}`, { name })}
      </h3>
      <div className="grid gap-3 sm:grid-cols-2">
        {(["mine", "theirs"] as const).map((side) => (
          <div key={side} className="min-w-0 space-y-1">
            <p className="text-muted text-sm">{t(`side.${side}`)}</p>
            <YamlView
              text={texts[side]}
              label={t("sideOf", { side: t(`side.${side}`), name })}
              className="max-h-60 rounded-md border border-line bg-subtle"
            />
          </div>
        ))}
      </div>
      <RadioGroup
        name={`${id}-choice`}
        legend={t("question", { name })}
        legendHidden
        options={choices.map((value) => ({
          value,
          label: t(`choice.${value}`),
          ...(value === "both" ? { hint: t(section === "mirrors" ? "bothEndpoints" : "bothParts") } : {}),
        }))}
        value={choice ?? ""}
        onChange={(value) => {
          const chosen = choices.find((each) => each === value);
          if (chosen) onChoice(chosen);
        }}
      />
    </section>
  );
}
