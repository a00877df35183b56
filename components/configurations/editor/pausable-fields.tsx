"use client";

import { clsx } from "clsx";
import { EditorFields } from "./editor-fields";
import { BrokenBanner } from "./yaml/broken-banner";
import { usePaneState } from "./yaml/pane-context";

type PausableFieldsProps = { mayWrite: boolean; isNew: boolean };

/** While the file cannot be read, the fields show what it said before and can only be read. */
export function PausableFields({ mayWrite, isNew }: PausableFieldsProps) {
  const isPaused = usePaneState().broken !== null;
  return (
    <>
      {isPaused ? (
        <div className="sticky top-16 z-10">
          <BrokenBanner />
        </div>
      ) : null}
      <fieldset
        disabled={!mayWrite || isPaused}
        className={clsx("min-w-0", isPaused && "rounded-lg bg-inset grayscale")}
      >
        <EditorFields isNew={isNew} />
      </fieldset>
    </>
  );
}
