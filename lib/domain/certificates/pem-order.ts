import { pemBlocks } from "./pem";

/** The same blocks in another order, given as positions from 1; undefined when they are not the positions of this text. */
export function reorderPem(text: string, order: readonly number[]): string | undefined {
  const blocks = pemBlocks(text);
  const isWhole = order.length === blocks.length && new Set(order).size === order.length;
  const sorted = order.flatMap((position) => blocks[position - 1]?.text ?? []);
  return isWhole && sorted.length === blocks.length
    ? sorted.map((block) => `${block}\n`).join("")
    : undefined;
}

/** Positions as they stand in the parameter of a refusal: `2, 1`. */
export const orderText = (order: readonly number[]) => order.join(", ");

export const readOrder = (text: string): number[] => text.split(",").map(Number);
