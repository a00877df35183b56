"use client";

import { useState } from "react";
import { clashOf, type HarborPick, type PickFault, readPick } from "@/lib/domain/harbor/picks";
import type { HarborProject } from "@/lib/domain/harbor/reading";

/** The chosen projects by name, each with the registries it serves as they were typed. */
type Selection = ReadonlyMap<string, string>;

const toggled = (selection: Selection, { name, proxy }: HarborProject): Selection => {
  const next = new Map(selection);
  if (!next.delete(name)) next.set(name, proxy?.registry ?? "");
  return next;
};

type Chosen = { picks: HarborPick[]; faults: ReadonlyMap<string, PickFault> };

function readSelection(projects: readonly HarborProject[], selection: Selection): Chosen {
  const picks: HarborPick[] = [];
  const faults = new Map<string, PickFault>();
  for (const { name, isPublic } of projects) {
    const text = selection.get(name);
    if (text === undefined) continue;
    const read = readPick(text);
    if ("fault" in read) faults.set(name, read.fault);
    else picks.push({ project: name, isPublic, registries: read.registries });
  }
  return { picks, faults };
}

/** Which projects are chosen, what they serve, and what keeps them from being added. */
export function useSelection(projects: readonly HarborProject[]) {
  const [selection, setSelection] = useState<Selection>(new Map());
  const { picks, faults } = readSelection(projects, selection);
  const clash = clashOf(picks);
  return {
    selection,
    picks,
    faults,
    clash,
    isReady: picks.length > 0 && faults.size === 0 && clash === null,
    isEmpty: picks.length === 0 && faults.size === 0,
    toggle: (project: HarborProject) => setSelection((known) => toggled(known, project)),
    type: (name: string, text: string) => setSelection((known) => new Map(known).set(name, text)),
    clear: () => setSelection(new Map()),
  };
}
export type ProjectSelection = ReturnType<typeof useSelection>;
