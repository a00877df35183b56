import "server-only";
import { lookup } from "node:dns/promises";
import { env } from "@/lib/server/env";
import { type Dial, dialHere } from "./dial";

/** What a test runs in; the far edge of the program, so that it can be another one where that is tested. */
export type World = {
  /** All addresses of a name. */
  lookup: (host: string) => Promise<string[]>;
  /** Opens a connection; it is for whoever asked to destroy it. */
  dial: Dial;
  allowLoopback: boolean;
  phaseMs: number;
  totalMs: number;
  /** Aborted when nobody waits for the answer any more. */
  signal: AbortSignal;
};

export const worldWith = (given: Partial<World>): World => ({
  lookup: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  dial: dialHere,
  allowLoopback: given.allowLoopback ?? env.testLoopback,
  phaseMs: 5_000,
  totalMs: 15_000,
  signal: new AbortController().signal,
  ...given,
});
