"use client";

import { clsx } from "clsx";
import { memo, type ReactNode, useEffect, useRef } from "react";

type Part = { text: string; color?: string };

const comment = "var(--code-comment)";
const key = "var(--code-key)";
const string = "var(--code-string)";
const word = "var(--code-bool)";

/** Colours of one line in the canonical layout, where a line is a comment, a key with a value, or an item. */
export function yamlParts(line: string): Part[] {
  const [, indent = "", rest = ""] = /^( *(?:- )?)(.*)$/su.exec(line) ?? [];
  if (rest.startsWith("#")) return [{ text: indent }, { text: rest, color: comment }];
  const pair = /^("(?:[^"\\]|\\.)*"|[^":\s][^:]*)(:)( .*|)$/su.exec(rest);
  if (!pair) return [{ text: indent }, valuePart(rest)];
  const [, name = "", colon = "", value = ""] = pair;
  return [{ text: indent }, { text: name, color: key }, { text: colon }, valuePart(value)];
}

function valuePart(text: string): Part {
  const value = text.trim();
  if (value.startsWith('"')) return { text, color: string };
  return /^(true|false|null|\[\]|\{\}|~)$/.test(value) ? { text, color: word } : { text };
}

type YamlViewProps = {
  text: string;
  label: string;
  /** Lines, from 1, that belong to what is being edited. */
  marked?: { first: number; last: number } | undefined;
  /** Lines that differ from what is saved. */
  changed?: ReadonlySet<number>;
  /** What stands before the number of a line, such as a warning. */
  signs?: ReadonlyMap<number, ReactNode>;
  /** Lines that matter wherever they stand, beside those that are shown. */
  deciding?: ReadonlySet<number>;
  className?: string;
};

/** A file to read, with line numbers. It scrolls by itself and never moves the page. */
export function YamlView({ text, label, marked, changed, deciding, signs, className }: YamlViewProps) {
  const box = useRef<HTMLElement>(null);
  const first = marked?.first;
  useEffect(() => {
    const line =
      first === undefined ? null : box.current?.querySelector<HTMLElement>(`[data-line="${first}"]`);
    if (line && box.current) showInside(box.current, line);
  }, [first]);
  const lines = text.replace(/\n$/, "").split("\n");
  return (
    // A region that scrolls must be reachable by keyboard.
    <section ref={box} aria-label={label} tabIndex={0} className={clsx("overflow-auto", className)}>
      <pre
        lang="en"
        translate="no"
        // Signs are buttons, and one under the other they need room to be hit.
        className={clsx("relative w-max min-w-full py-2 text-code", signs && "leading-6")}
      >
        {lines.map((line, index) => {
          const number = index + 1;
          return (
            <Line
              // Lines have no other identity than their place.
              key={`${number}`}
              number={number}
              text={line}
              changed={changed?.has(number) ?? false}
              deciding={deciding?.has(number) ?? false}
              marked={marked !== undefined && number >= marked.first && number <= marked.last}
              sign={signs && (signs.get(number) ?? null)}
            />
          );
        })}
      </pre>
    </section>
  );
}

type LineProps = {
  number: number;
  text: string;
  changed: boolean;
  deciding: boolean;
  marked: boolean;
  /** Undefined where no line has one. */
  sign: ReactNode;
};

/** A long file is drawn again at each pause of typing, and nearly all of its lines are what they were. */
const Line = memo(function Line({ number, text, changed, deciding, marked, sign }: LineProps) {
  return (
    <span
      data-line={number}
      className={clsx(
        "flex border-s-2 pe-4",
        changed ? "border-ok" : deciding ? "border-info" : "border-transparent",
        (marked || deciding) && "bg-info-tint",
      )}
    >
      {sign === undefined ? null : <span className="w-6 shrink-0">{sign}</span>}
      <span aria-hidden="true" className="w-10 shrink-0 select-none pe-3 text-end text-faint tabular-nums">
        {number}
      </span>
      <code>{text === "" ? " " : yamlParts(text).map(colored)}</code>
    </span>
  );
});

const colored = ({ text, color }: Part, index: number) =>
  color ? (
    <span key={`${index + 1}`} style={{ color }}>
      {text}
    </span>
  ) : (
    text
  );

function showInside(box: HTMLElement, line: HTMLElement) {
  const top = line.offsetTop;
  const margin = line.offsetHeight * 2;
  if (top < box.scrollTop) box.scrollTop = top - margin;
  else if (top + margin > box.scrollTop + box.clientHeight) box.scrollTop = top + margin - box.clientHeight;
}
