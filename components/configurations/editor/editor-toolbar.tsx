"use client";

import type { Severity } from "@/lib/domain/registries/checks/finding";
import { FindingCounts } from "./findings/finding-counts";
import { SimulateButton } from "./simulate-button";
import { UndoButtons } from "./undo-buttons";
import type { Base } from "./use-save";
import { type EditorView, ViewTabs } from "./view-tabs";

type EditorToolbarProps = {
  view: EditorView;
  onView: (view: EditorView) => void;
  base: Base;
  mayWrite: boolean;
  onShowProblems: (severity: Severity) => void;
};

export function EditorToolbar({ view, onView, base, mayWrite, onShowProblems }: EditorToolbarProps) {
  return (
    <div className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-2">
      <ViewTabs view={view} onChange={onView} />
      {mayWrite ? <UndoButtons /> : null}
      <span className="flex w-full flex-wrap items-center justify-between gap-2 sm:w-auto sm:flex-1 sm:justify-end">
        <FindingCounts onShow={onShowProblems} />
        <SimulateButton id={base.id} />
      </span>
    </div>
  );
}
