import { harmless } from "./printable";
import { run } from "./run";

const { stdout, stderr } = process;

/** Whoever reads no further, such as `head`, has what they want; a full disk is a failure. */
function onBroken(error: NodeJS.ErrnoException): void {
  if (error.code === "EPIPE") return;
  process.exitCode = 2;
  stderr.write(`pullpath: ${error.message}\n`);
}

async function main(): Promise<void> {
  stdout.on("error", onBroken);
  stderr.on("error", () => undefined);

  const { out, error, exitCode } = await run({ args: process.argv.slice(2), environment: process.env });
  // Never `process.exit`: it would cut what a pipe has not taken yet.
  process.exitCode = exitCode;
  stderr.write(error);
  stdout.write(stdout.isTTY ? harmless(out) : out);
}

void main();
