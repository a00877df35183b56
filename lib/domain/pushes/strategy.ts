import type { PushOptions } from "./options";

/** Usual ways through the nodes, each a name for a few options. */
export const strategies = ["careful", "one", "batches", "wide"] as const;
export type Strategy = (typeof strategies)[number];

/** As many nodes at once as a push can be asked for. */
export const widest = 50;

type Chosen = Pick<PushOptions, "canary" | "ramp" | "width">;

/** Which way the options describe; any width but one is the careful way's own. */
export function strategyOf({ canary, ramp, width }: Chosen): Strategy {
  if (ramp.length > 0) return "batches";
  if (width === 1) return "one";
  return canary ? "careful" : "wide";
}

/** Whether nothing goes before all the others: that is for agents only, and asks for the name of the group. */
export const isAllAtOnce = (chosen: Chosen): boolean => strategyOf(chosen) === "wide";

/** Whether a person typed the name; they may type it with other spaces around, or with letters made up of two. */
export const isNameTyped = (typed: string, name: string): boolean =>
  typed.trim().normalize("NFC") === name.trim().normalize("NFC");

/** The options of a way; `usual` is the width that the group goes by. */
export function optionsOf(strategy: Strategy, usual: number): Chosen {
  switch (strategy) {
    case "careful":
      return { canary: true, ramp: [], width: Math.max(2, usual) };
    case "one":
      return { canary: true, ramp: [], width: 1 };
    case "batches":
      return { canary: false, ramp: ["1", "5", "25%"], width: widest };
    case "wide":
      return { canary: false, ramp: [], width: widest };
  }
}
