import { startSimulated } from "@/tests/support/simulated/fleet";
import type { SimulatedSpec } from "@/tests/support/simulated/node";

/** What the simulated nodes tell the benchmark once they answer. */
export interface Running {
  port: number;
  publicKey: string;
}

/** Which nodes to play. */
export interface Order {
  specs: SimulatedSpec[];
  restartMs: number;
}

/** In a process of its own, so that what the nodes cost is no part of what is measured. */
async function play({ specs, restartMs }: Order) {
  const restart = () => new Promise<void>((resolve) => setTimeout(resolve, restartMs));
  const { port, hostKey } = await startSimulated(specs, restart);
  process.send?.({ port, publicKey: hostKey.publicKey } satisfies Running);
}

process.once("disconnect", () => process.exit(0));
process.once("message", (order) => void play(order as Order));
