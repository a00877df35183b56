import * as z from "zod/mini";

/** One step of a ramp: so many nodes, or such a share of all of them, as in `1`, `5` and `25%`. */
const stepSchema = z.string().check(z.regex(/^(?:[1-9]\d{0,3}|(?:[1-9]\d?|100)%)$/, "ramp-step"));

/** Sizes of batches in order, of which the last repeats. Empty: no batches. */
export const rampSchema = z.array(stepSchema).check(z.maxLength(20));

/** Reads `1, 5, 25%`, also with Chinese commas; what is no step is left for the schema to refuse. */
export const readRamp = (text: string): string[] =>
  text
    .normalize("NFKC")
    .split(/[\s,、;]+/u)
    .filter((step) => step !== "");

const sizeOf = (step: string, total: number): number =>
  step.endsWith("%") ? Math.max(1, Math.floor((Number(step.slice(0, -1)) * total) / 100)) : Number(step);

/** How large the batches of so many nodes are; empty without a ramp. */
export function batchSizes(ramp: readonly string[], total: number): number[] {
  const sizes: number[] = [];
  for (let left = total; left > 0 && ramp.length > 0; ) {
    const step = ramp[Math.min(sizes.length, ramp.length - 1)] ?? "1";
    const size = Math.min(left, sizeOf(step, total));
    sizes.push(size);
    left -= size;
  }
  return sizes;
}
