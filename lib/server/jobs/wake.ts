import "server-only";
import { EventEmitter } from "node:events";
import { singleton } from "@/lib/server/singleton";

/** Tells the runner that there may be work. Losing it costs a poll's time, never the work. */
export const runnerBus = () => singleton("runner-bus", () => new EventEmitter().setMaxListeners(0));

export const wakeRunner = (): void => {
  runnerBus().emit("wake");
};
