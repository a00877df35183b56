import type { Span } from "./segments";

/** Stands for cards that are far out of sight, and is as high as they are. */
export const Gap = ({ from, to, height }: Span & { height: number }) => (
  <li aria-hidden="true" data-gap={from} data-gap-end={to} style={{ height }} />
);
