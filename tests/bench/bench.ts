import { hostileFiles, hostileText } from "./hostile";
import { type HostileFigures, measureHostile } from "./hostile-figures";
import type { Effort } from "./measure";
import { growthTable, hostileHeading, hostileRow, sizeTable } from "./print";
import { measureSize, type SizeFigures } from "./sizes";

interface Plan extends Effort {
  /** Numbers of mirrors, the smallest first. */
  readonly sizes: readonly number[];
  /** Hostile files are cut to this length. */
  readonly longest: number;
}

const slowest = (figures: readonly HostileFigures[]): string => {
  const all = figures.flatMap(({ name, times }) =>
    Object.entries(times).map(([step, took]) => ({ name, step, took })),
  );
  const [worst] = all.sort((one, other) => other.took - one.took);
  return worst === undefined ? "" : `Slowest: ${worst.step} of "${worst.name}", ${worst.took.toFixed(1)} ms`;
};

/** Measures how long the format's answers take, and prints it as it comes. */
export function bench(plan: Plan, print: (line: string) => void): void {
  const sizes: SizeFigures[] = [];
  for (const mirrors of plan.sizes) {
    const figures = measureSize(mirrors, plan);
    sizes.push(figures);
    print(sizeTable(figures));
  }
  print(growthTable(sizes));
  print(hostileHeading);
  const hostile = Object.entries(hostileFiles).map(([name, make]) => {
    const figures = measureHostile(name, hostileText(make, plan.longest));
    print(hostileRow(figures));
    return figures;
  });
  print(slowest(hostile));
}
