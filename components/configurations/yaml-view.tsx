"use client";

import { clsx } from "clsx";
import { type ReactNode, useEffect, useRef } from "react";
import { useGrowing } from "@/components/ui/use-growing";
import { YamlBlock } from "./yaml-block";

type Span = { first: number; last: number };

const noLines: ReadonlySet<number> = new Set();
const noSigns: ReadonlyMap<number, ReactNode> = new Map();

type YamlViewProps = {
  text: string;
  label: string;
  /** Lines, from 1, that belong to what is being edited. */
  marked?: Span | undefined;
  /** Lines that differ from what is saved. */
  changed?: ReadonlySet<number>;
  /** What stands before the number of a line, such as a warning. */
  signs?: ReadonlyMap<number, ReactNode>;
  /** Lines that matter wherever they stand, beside those that are shown. */
  deciding?: ReadonlySet<number>;
  className?: string;
};

/** Lines are drawn in blocks, so that a change in a long file draws one block anew and not all of it. */
const blockLength = 100;
/** Files that are usual are there whole, for those without scripts too. */
const growth = { first: 10, step: 10 };

/** A file to read, with line numbers. It scrolls by itself and never moves the page. */
export function YamlView(props: YamlViewProps) {
  const { text, label, marked, changed = noLines, deciding = noLines, signs, className } = props;
  const box = useRef<HTMLElement>(null);
  const first = marked?.first;
  const lines = text.replace(/\n$/, "").split("\n");
  const { drawn } = useGrowing(Math.ceil(lines.length / blockLength), growth);
  const isDrawn = first !== undefined && first <= drawn * blockLength;
  useEffect(() => {
    if (!isDrawn) return;
    const line =
      first === undefined ? null : box.current?.querySelector<HTMLElement>(`[data-line="${first}"]`);
    if (line && box.current) showInside(box.current, line);
  }, [first, isDrawn]);
  return (
    // A region that scrolls must be reachable by keyboard.
    <section ref={box} aria-label={label} tabIndex={0} className={clsx("overflow-auto", className)}>
      <pre
        lang="en"
        translate="no"
        // Signs are buttons, and one under the other they need room to be hit.
        className={clsx("relative w-max min-w-full py-2 text-code", signs && "leading-6")}
      >
        {Array.from({ length: drawn }, (_block, at) => {
          const start = at * blockLength;
          const span = clip(marked, start);
          const numbers = Array.from({ length: blockLength }, (_line, index) => start + index + 1);
          return (
            <YamlBlock
              // Blocks have no other identity than their place.
              key={`${start}`}
              start={start}
              text={lines.slice(start, start + blockLength).join("\n")}
              changed={numbers.filter((number) => changed.has(number)).join(" ")}
              deciding={numbers.filter((number) => deciding.has(number)).join(" ")}
              markedFirst={span.first}
              markedLast={span.last}
              signs={signs && (numbers.some((number) => signs.has(number)) ? signs : noSigns)}
            />
          );
        })}
      </pre>
    </section>
  );
}

/** The marked lines of a block; the same two numbers for every block without any. */
function clip(marked: Span | undefined, start: number): Span {
  const first = Math.max(marked?.first ?? 0, start + 1);
  const last = Math.min(marked?.last ?? 0, start + blockLength);
  return first <= last ? { first, last } : { first: 0, last: 0 };
}

function showInside(box: HTMLElement, line: HTMLElement) {
  const [outer, inner] = [box.getBoundingClientRect(), line.getBoundingClientRect()];
  const margin = inner.height * 2;
  if (inner.top < outer.top) box.scrollTop += inner.top - outer.top - margin;
  else if (inner.bottom + margin > outer.bottom) box.scrollTop += inner.bottom + margin - outer.bottom;
}
