import { expect, it } from "vitest";
import { bench } from "@/tests/bench/bench";
import { hostileFiles } from "@/tests/bench/hostile";

it("measures every task and every hostile file, here in a small size", () => {
  const lines: string[] = [];
  bench({ sizes: [2, 4], runs: 1, patience: 0, longest: 400 }, (line) => lines.push(line));
  const printed = lines.join("\n");
  expect(printed).toContain("4 mirrors, 12 endpoints, 4 registry hosts");
  expect(printed).toContain("lint, render and explain, from the parsed definition");
  expect(printed).toContain("the simulator, another image");
  for (const name of Object.keys(hostileFiles)) expect(printed).toContain(name);
  expect(printed).toContain("Slowest: ");
});
