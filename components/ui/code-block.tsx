import { clsx } from "clsx";
import { CopyButton } from "./copy-button";

type CodeBlockProps = {
  code: string;
  /** What this is, for assistive technology and the head line: a file name, a command. */
  label: string;
  numbers?: boolean;
  /** Line numbers, from 1, that are marked. */
  highlighted?: readonly number[];
  copy?: boolean;
  /** Names the place of each line so that links can point at it: `line-12`. */
  anchor?: string;
  maxHeight?: "none" | "screen";
};

export function CodeBlock(props: CodeBlockProps) {
  const { code, label, numbers = false, highlighted = [], copy = true, anchor, maxHeight = "none" } = props;
  const lines = code
    .replace(/\n$/, "")
    .split("\n")
    .map((text, index) => ({ text, number: index + 1 }));
  return (
    <figure className="min-w-0 overflow-hidden rounded-lg border border-line bg-subtle text-start">
      <figcaption className="flex min-h-9 items-center justify-between gap-2 border-line border-b ps-3 pe-1.5 text-muted text-sm">
        <span className="min-w-0 [overflow-wrap:anywhere]">{label}</span>
        {copy ? <CopyButton text={code} /> : null}
      </figcaption>
      <section
        aria-label={label}
        // A region that scrolls must be reachable by keyboard.
        tabIndex={0}
        className={clsx("overflow-auto", maxHeight === "screen" && "max-h-[70vh]")}
      >
        <pre lang="en" translate="no" className="w-max min-w-full py-2 text-code">
          {lines.map(({ text, number }) => (
            <CodeLine
              key={number}
              number={number}
              text={text}
              numbered={numbers}
              marked={highlighted.includes(number)}
              anchor={anchor}
            />
          ))}
        </pre>
      </section>
    </figure>
  );
}

type CodeLineProps = {
  number: number;
  text: string;
  numbered: boolean;
  marked: boolean;
  anchor: string | undefined;
};

function CodeLine({ number, text, numbered, marked, anchor }: CodeLineProps) {
  return (
    <span
      id={anchor ? `${anchor}-${number}` : undefined}
      className={clsx("flex pe-4", marked ? "border-info border-s-2 bg-info-tint ps-2.5" : "ps-3")}
    >
      {numbered ? (
        <span aria-hidden="true" className="w-8 shrink-0 select-none pe-4 text-end text-faint tabular-nums">
          {number}
        </span>
      ) : null}
      <code>{text === "" ? " " : text}</code>
    </span>
  );
}
