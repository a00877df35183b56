/** How far a node is verified, each way including those before it. A node knows them by their numbers, from 1. */
export const verifyDepths = ["file", "service", "generated", "ready", "pull"] as const;
export type VerifyDepth = (typeof verifyDepths)[number];

export const usualDepth: VerifyDepth = "ready";

export const depthNumber = (depth: VerifyDepth): number => verifyDepths.indexOf(depth) + 1;
