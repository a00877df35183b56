"use client";

import { useMemo, useState } from "react";
import type { Conflict } from "@/lib/domain/registries/replay/conflict";
import { replayChanges } from "@/lib/domain/registries/replay/replay";
import type { Side, Sides } from "@/lib/domain/registries/replay/sides";
import type { Definition } from "@/lib/domain/registries/schema";
import type { Choices } from "./conflict-list";

/** What has to be chosen before one edit stands on the other, and what was chosen. */
export function useChoices({ base, theirs, mine }: Sides<Definition>) {
  const [choices, setChoices] = useState<Choices>(new Map());
  const [missing, setMissing] = useState(false);
  const conflicts = useMemo(
    (): readonly Conflict[] => replayChanges({ base, theirs, mine }, () => "theirs").conflicts,
    [base, theirs, mine],
  );

  /** The definition as it was chosen; null while a choice is missing, of what is edited at this moment. */
  function replay(now: Definition): Definition | null {
    const replayed = replayChanges({ base, theirs, mine: now }, (key) => choices.get(key) ?? "theirs");
    const isWhole = replayed.conflicts.every(({ key }) => choices.has(key));
    setMissing(!isWhole);
    return isWhole ? replayed.definition : null;
  }

  function choose(key: string, side: Side) {
    setChoices((last) => new Map(last).set(key, side));
  }

  return { conflicts, choices, choose, missing, replay };
}
