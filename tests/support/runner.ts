import { afterAll, beforeAll } from "vitest";
import { startRunner } from "@/lib/server/pushes/runner";

/** Pushes run from before the first test of a file until after its last. Called after the hooks of its machines, the runner ends before they do. */
export function runnerAtWork(): void {
  let stop = () => {};
  beforeAll(() => {
    stop = startRunner();
  });
  afterAll(() => stop());
}
