"use client";

import { clsx } from "clsx";
import { ChevronRight } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useId } from "react";
import { CardButtons, type CardPlace } from "./card-buttons";
import { CardFindings } from "./findings/card-findings";
import { useIsPointedAt } from "./yaml/use-caret";

type CardFrameProps = {
  /** Where the entry stands in the rendered file, for the lines beside it. */
  path: string;
  /** The entry's own name, in the names of its buttons. */
  name: string;
  /** What the closed card says besides the name. */
  summary: ReactNode;
  place: CardPlace;
  open: boolean;
  onToggle: () => void;
  onMove: (by: -1 | 1) => void;
  onMoveKey: (event: KeyboardEvent) => void;
  onRemove: () => void;
  children: () => ReactNode;
};

const closedMark = (
  <ChevronRight size={16} aria-hidden className="shrink-0 text-muted transition-transform" />
);
const openMark = (
  <ChevronRight size={16} aria-hidden className="shrink-0 rotate-90 text-muted transition-transform" />
);

/** One entry of an ordered list of cards: folded it is one line and nothing else, open it holds its fields. */
export function CardFrame(props: CardFrameProps) {
  const { path, name, summary, place, open, onToggle, onMoveKey, children } = props;
  const body = useId();
  const isPointedAt = useIsPointedAt(path);
  return (
    <li
      data-row={place.index}
      // Not all cards of a long list are on the page.
      aria-setsize={place.count}
      aria-posinset={place.index + 1}
      data-path={path}
      // The caret of the file stands in its lines.
      aria-current={isPointedAt || undefined}
      className={clsx(
        "rounded-lg border bg-page",
        isPointedAt ? "border-info shadow-[inset_3px_0_0_var(--info)]" : "border-line",
      )}
    >
      <div className="flex items-center gap-1 pe-2">
        <h3 className="min-w-0 flex-1">
          <button
            type="button"
            data-control="toggle"
            aria-expanded={open}
            aria-controls={open ? body : undefined}
            aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
            onClick={onToggle}
            onKeyDown={onMoveKey}
            className="flex min-h-11 w-full min-w-0 items-center gap-2 rounded-lg px-3 py-2 text-start"
          >
            {open ? openMark : closedMark}
            <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3">
              <span className="min-w-0 font-mono font-semibold text-code [overflow-wrap:anywhere]">
                {name}
              </span>
              {summary}
            </span>
            <CardFindings part={path} />
          </button>
        </h3>
        <CardButtons
          name={name}
          place={place}
          onMove={props.onMove}
          onMoveKey={onMoveKey}
          onRemove={props.onRemove}
        />
      </div>
      {open ? (
        <div id={body} className="space-y-6 border-line border-t px-4 py-4">
          {children()}
        </div>
      ) : null}
    </li>
  );
}
