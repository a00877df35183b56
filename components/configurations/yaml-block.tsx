import { clsx } from "clsx";
import { memo, type ReactNode } from "react";

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

type YamlBlockProps = {
  /** Lines before this block. */
  start: number;
  text: string;
  /** Numbers of lines that differ from what is saved, as text, so that equal ones are equal. */
  changed: string;
  deciding: string;
  markedFirst: number;
  markedLast: number;
  /** Undefined where no line of the file has one. */
  signs: ReadonlyMap<number, ReactNode> | undefined;
};

/** Some lines of a file. The browser lays out only those near the ones in sight. */
export const YamlBlock = memo(function YamlBlock(props: YamlBlockProps) {
  const { start, text, markedFirst, markedLast, signs } = props;
  const changed = new Set(props.changed.split(" "));
  const deciding = new Set(props.deciding.split(" "));
  const lines = text.split("\n");
  return (
    <span
      className="block [content-visibility:auto]"
      style={{ containIntrinsicBlockSize: `auto ${lines.length * (signs ? 24 : 20)}px` }}
    >
      {lines.map((line, index) => {
        const number = start + index + 1;
        const isDeciding = deciding.has(`${number}`);
        const isMarked = isDeciding || (number >= markedFirst && number <= markedLast);
        return (
          <span
            // Lines have no other identity than their place.
            key={`${number}`}
            data-line={number}
            className={clsx(
              "flex border-s-2 pe-4",
              changed.has(`${number}`) ? "border-ok" : isDeciding ? "border-info" : "border-transparent",
              isMarked && "bg-info-tint",
            )}
          >
            {signs ? <span className="w-6 shrink-0">{signs.get(number)}</span> : null}
            <span
              aria-hidden="true"
              className="w-10 shrink-0 select-none pe-3 text-end text-faint tabular-nums"
            >
              {number}
            </span>
            <code>{line === "" ? " " : yamlParts(line).map(colored)}</code>
          </span>
        );
      })}
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
