import { type Budget, growth, type PageName, pageBudgets, partBudgets } from "./budget-table";
import { chosen, foreignOf, type Transfer, weigh } from "./transfers";

/** What a page weighs, in thousands of bytes as they came over the wire. */
export type Weight = {
  scripts: number;
  html: number;
  styles: number;
  fonts: number;
  /** Scripts that other scripts asked for, such as the editor or what the next page would need. */
  later: number;
  /** What the page named itself, itself included. */
  requests: number;
  foreign: string[];
};

export const weightOf = (transfers: readonly Transfer[], origin: string): Weight => ({
  scripts: weigh(transfers, { kind: "Script", first: true }),
  html: weigh(transfers, { kind: "Document" }),
  styles: weigh(transfers, { kind: "Stylesheet" }),
  fonts: weigh(transfers, { kind: "Font" }),
  later: weigh(transfers, { kind: "Script", first: false }),
  requests: chosen(transfers, { first: true }).length,
  foreign: foreignOf(transfers, origin),
});

/** Sentences about each limit that a page is over. */
export function overBudget(name: PageName, weight: Weight): string[] {
  const budget: Budget = pageBudgets[name];
  const limits: [what: keyof Weight & string, limit: number][] = [
    ["scripts", budget.scripts + growth],
    ["html", budget.html + growth],
    ["styles", partBudgets.styles],
    ["fonts", partBudgets.fonts],
  ];
  const over = limits.flatMap(([what, limit]) =>
    Number(weight[what]) > limit ? [`${name}: ${what} ${weight[what]} kB, at most ${limit} kB`] : [],
  );
  return [...over, ...weight.foreign.map((url) => `${name}: asks ${url}`)];
}
