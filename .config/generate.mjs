// Generates the database client. Prisma's command asks for a native schema engine that it would download; generating
// needs none, so any executable in its place keeps this step working without a network.
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const prisma = join(root, "node_modules", "prisma", "build", "index.js");
const { status } = spawnSync(
  process.execPath,
  [
    prisma,
    "generate",
    "--schema",
    join(root, "prisma", "sqlite"),
    "--config",
    join(root, ".config", "prisma.ts"),
  ],
  {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
    },
  },
);
process.exit(status ?? 1);
