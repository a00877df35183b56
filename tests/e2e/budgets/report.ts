import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { timeBudgets as budget, pageBudgets } from "./budget-table";
import type { Weight } from "./check-bytes";
import type { ChunkWeights } from "./editor-chunks";
import type { TypingRow } from "./type-everywhere";
import type { Vitals } from "./vitals";

export type PageFigures = {
  name: keyof typeof pageBudgets;
  weight: Weight;
  quick: Vitals;
  /** Null where only the quick visit was made. */
  slow: Vitals | null;
};

export type Figures = {
  pages: readonly PageFigures[];
  /** A page of one line of text, to hold the times against. */
  empty: { quick: Vitals; slow: Vitals };
  chunks: ChunkWeights;
  typing: readonly TypingRow[];
  reactions: { quick: number; slow: number };
};

/** Read again at the end of all tests, to be printed last. */
export const reportFile = join(import.meta.dirname, "..", "..", "..", "test-results", "budgets.txt");

const cells = (first: string, others: readonly (string | number)[]) =>
  first.padEnd(40) + others.map((each) => String(each).padStart(11)).join("");

const ms = (value: number) => value.toFixed(0);
/** A time, and how many times as long it is as the smallest there could be. */
const ratio = (value: number, least: number) => `${ms(value)} (${(value / Math.max(least, 1)).toFixed(1)}x)`;

const weightRow = ({ name, weight }: PageFigures) => {
  const { scripts, html, later, styles, fonts, requests, foreign } = weight;
  return cells(name, [
    `${scripts}/${pageBudgets[name].most}`,
    html,
    later,
    styles,
    fonts,
    requests,
    foreign.length,
  ]);
};

const timeRow = ({ name, quick, slow }: PageFigures, { empty }: Figures) =>
  cells(name, [
    ratio(quick.paint, empty.quick.paint),
    slow ? ratio(slow.paint, empty.slow.paint) : "",
    Math.max(quick.shift, slow?.shift ?? 0).toFixed(3),
    ms(quick.blocked),
    slow ? ms(slow.blocked) : "",
  ]);

const typingRow = ({ name, typing, plain }: TypingRow) =>
  cells(name, [ms(typing.median), ratio(typing.p95, plain.p95), ms(typing.worst), ms(plain.p95)]);

const chunkRow = (name: string, { first, later }: { first: number; later: number }) =>
  cells(name, [first, later]);

export function reportText(figures: Figures): string {
  const { pages, chunks, typing, reactions } = figures;
  return [
    cells("First visit, kB over the wire", [
      "scripts",
      "html",
      "later",
      "styles",
      "fonts",
      "requests",
      "foreign",
    ]),
    ...pages.map(weightRow),
    "",
    cells("On the editor's page, kB", ["first", "later"]),
    chunkRow("the editor", chunks.editorChunk),
    chunkRow("RE2", chunks.re2Chunk),
    "",
    cells("First visit, ms, and times an empty page", ["paint", "slow", "shift", "blocked", "slow"]),
    ...pages.map((page) => timeRow(page, figures)),
    cells("to be met", [budget.paint, budget.slowPaint, budget.shift, "", budget.blocked]),
    "",
    cells("A key to its frame, ms", ["median", "p95", "worst", "plain p95"]),
    ...typing.map(typingRow),
    cells("to be met", ["", budget.key]),
    "",
    cells("Slowest reaction of a walk, ms", [ms(reactions.quick), `${ms(reactions.slow)} slow`]),
    cells("to be met", [budget.reaction, budget.slowReaction]),
    "",
  ].join("\n");
}

export function writeReport(text: string): void {
  mkdirSync(join(reportFile, ".."), { recursive: true });
  writeFileSync(reportFile, text);
}
