"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useAnnounce } from "@/components/ui/announcer";
import { Button } from "@/components/ui/button";
import type { Sides } from "@/lib/domain/registries/replay/sides";
import type { Definition } from "@/lib/domain/registries/schema";
import { ConflictList } from "./conflict-list";
import { useChoices } from "./use-choices";

/** Makes the definition as it was chosen of what is edited at this moment; null while a choice is missing. */
export type Replay = (now: Definition) => Definition | null;

type ReplayFormProps = Sides<Definition> & {
  /** What my changes are put on: a revision of someone else, or what is edited on this page. */
  onto: "revision" | "page";
  number: number;
  onApply: (replay: Replay) => void;
};

/** What both changed, to be chosen place by place, and the button that puts my changes on top. */
export function ReplayForm({ onto, number, onApply, ...sides }: ReplayFormProps) {
  const t = useTranslations("drafts.replay");
  const announce = useAnnounce();
  const box = useRef<HTMLDivElement>(null);
  const { conflicts, choices, choose, missing, replay } = useChoices(sides);
  const left = conflicts.filter(({ key }) => !choices.has(key)).length;
  function apply() {
    if (left > 0) {
      announce(t("chooseFirst", { count: left }));
      const open = [...(box.current?.querySelectorAll("[data-conflict]") ?? [])].find(
        (each) => !each.querySelector("input:checked"),
      );
      open?.querySelector("input")?.focus();
    }
    onApply(replay);
  }
  return (
    <div ref={box} className="space-y-4">
      <p className="text-prose">
        {conflicts.length === 0 ? t("none") : t(`some.${onto}`, { count: conflicts.length, number })}
      </p>
      <ConflictList
        {...{ conflicts, choices, missing }}
        other={t(`theirs.${onto}`, { number })}
        onChoose={choose}
      />
      {missing && left > 0 ? (
        <p role="alert" className="text-error text-sm">
          {t("chooseFirst", { count: left })}
        </p>
      ) : null}
      <Button variant="primary" size="sm" onClick={apply}>
        {t(`apply.${onto}`, { number })}
      </Button>
    </div>
  );
}
