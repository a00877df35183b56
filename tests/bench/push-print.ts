import type { Cost } from "./push-meter";

export interface Plan {
  readonly folder: string;
  readonly nodes: number;
  /** Parts to run; null is all of them. */
  readonly only: readonly string[] | null;
}

export type Print = (line: string) => void;

export const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
export const row = (name: string, text: string) => `${name.padEnd(46)}${text}`;

export const costText = (cost: Cost, nodes: number) =>
  [
    seconds(cost.wallMs).padStart(9),
    `${(cost.cpuMs / nodes).toFixed(1)} ms CPU a node`.padStart(22),
    `${cost.rss.toFixed(0)} MB`.padStart(8),
    `event loop held ${cost.delayMax.toFixed(0)} ms at most, p99 ${cost.delayP99.toFixed(1)} ms`,
    `no processor for ${seconds(cost.starvedMs)}`,
  ].join("  ");
