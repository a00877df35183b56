import { type HostileFigures, steps } from "./hostile-figures";
import type { SizeFigures } from "./sizes";

const cell = (value: number | undefined, width = 9) =>
  (value === undefined ? "" : value.toFixed(1)).padStart(width);

const heading = (first: string, others: readonly string[]) =>
  first.padEnd(54) + others.map((each) => each.padStart(9)).join("");

/** The figures of one size: wall clock, processor time of the quickest call, and its ratio to the yaml package's reading. */
export function sizeTable({ mirrors, length, figures }: SizeFigures): string {
  const reference = figures.get("for comparison: parseDocument of the package yaml")?.processor ?? 0;
  const rows = Array.from(figures, ([name, { median, min, max, processor }]) => {
    const ratio = reference === 0 ? "" : `${(processor / reference).toFixed(2)} x`;
    return name.padEnd(54) + cell(median) + cell(min) + cell(max) + cell(processor) + ratio.padStart(9);
  });
  const title = `${mirrors} mirrors, ${3 * mirrors} endpoints, ${mirrors} registry hosts, ${length} characters; ms`;
  return [title, heading("", ["median", "min", "max", "cpu", "to yaml"]), ...rows, ""].join("\n");
}

/** How much longer each task takes than at the smallest size, beside how much larger the text is. */
export function growthTable(sizes: readonly SizeFigures[]): string {
  const [base] = sizes;
  if (base === undefined) return "";
  const rows = Array.from(base.figures, ([name, { processor }]) => {
    const ratios = sizes.map(({ figures }) => cell((figures.get(name)?.processor ?? 0) / processor));
    return name.padEnd(54) + ratios.join("");
  });
  const text =
    "length of the text".padEnd(54) + sizes.map((each) => cell(each.length / base.length)).join("");
  const title = `Growth of the processor time, to ${base.mirrors} mirrors`;
  return [
    heading(
      title,
      sizes.map(({ mirrors }) => String(mirrors)),
    ),
    text,
    ...rows,
    "",
  ].join("\n");
}

export const hostileHeading = heading("Hostile files; ms", steps);

export const hostileRow = ({ name, times, answer }: HostileFigures): string =>
  `${name.padEnd(54)}${steps.map((step) => cell(times[step])).join("")}  ${answer}`;
