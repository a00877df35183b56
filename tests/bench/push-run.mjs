// npm run bench:push: what a push costs, on real sshd nodes, beside other tools. Needs root on Linux.
// npm run bench:push -- --simulated 2000: many simulated nodes instead, which needs no root.
// PUSH_BENCH_NODES: how many real nodes; PUSH_BENCH_ONLY: parts, such as "push,ssh" or "small,large,lonely";
// PUSH_BENCH_ARGUMENTS: arguments of Node, such as --cpu-prof.
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withBundle } from "./bundle.mjs";

const most = 50_000;

/** How many nodes are to be simulated; null for real ones. */
function readSimulated() {
  const at = process.argv.indexOf("--simulated");
  if (at < 0) return null;
  const text = process.argv[at + 1] ?? "2000";
  const count = /^\d+$/.test(text) ? Number(text) : 0;
  if (count >= 1 && count <= most) return count;
  console.error(
    `--simulated takes a number of nodes from 1 to ${most}, or nothing for 2000, but not "${text}".`,
  );
  process.exit(2);
}

const simulated = readSimulated();
const order = {
  folder: mkdtempSync(join(tmpdir(), "pullpath-push-bench-")),
  simulated,
  nodes: Number(process.env["PUSH_BENCH_NODES"] ?? 200),
  only: process.env["PUSH_BENCH_ONLY"]?.split(",") ?? null,
};
// What the server reads from its environment is set before it is loaded.
const env = {
  ...process.env,
  PULLPATH_DATA: order.folder,
  PULLPATH_LOG_LEVEL: "error",
  PULLPATH_MASTER_KEY: randomBytes(32).toString("hex"),
};
const extra = process.env["PUSH_BENCH_ARGUMENTS"]?.split(" ") ?? [];
try {
  // A process of its own: what the bundler holds is no part of what is measured.
  await withBundle(order.simulated === null ? "push-bench.ts" : "push-simulated.ts", (program) =>
    withBundle("simulated-nodes.ts", async (nodes) => {
      const file = join(import.meta.dirname, "push-child.mjs");
      const child = spawn(
        process.execPath,
        [...extra, file, program, JSON.stringify({ ...order, program: nodes })],
        {
          stdio: "inherit",
          env,
        },
      );
      const [code] = await once(child, "close");
      process.exitCode = code ?? 1;
    }),
  );
} finally {
  rmSync(order.folder, { recursive: true, force: true });
}
