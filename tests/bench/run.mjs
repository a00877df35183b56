// npm run bench: how long the format's answers take.
import { withProgram } from "./bundle.mjs";

await withProgram("bench.ts", ({ bench }) =>
  bench(
    { sizes: [100, 1000, 2000, 5000, 10_000], runs: 15, patience: 5000, longest: 1024 * 1024 },
    console.log,
  ),
);
