import type { PushOptions } from "./options";

/** Usual ways through the nodes, each a name for a few options. */
export const strategies = ["careful", "one", "batches", "wide"] as const;
export type Strategy = (typeof strategies)[number];

type Chosen = Pick<PushOptions, "canary" | "ramp" | "width">;

/** Which way the options describe; any width that is neither one nor the widest is the careful way's own. */
export function strategyOf({ canary, ramp, width }: Chosen): Strategy {
  if (ramp.length > 0) return "batches";
  if (width === 1) return "one";
  return canary ? "careful" : "wide";
}

/** The options of a way; `usual` is the width that the group goes by. */
export function optionsOf(strategy: Strategy, usual: number): Chosen {
  switch (strategy) {
    case "careful":
      return { canary: true, ramp: [], width: Math.max(2, usual) };
    case "one":
      return { canary: true, ramp: [], width: 1 };
    case "batches":
      return { canary: false, ramp: ["1", "5", "25%"], width: 50 };
    case "wide":
      return { canary: false, ramp: [], width: 50 };
  }
}
