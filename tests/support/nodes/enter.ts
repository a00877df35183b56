import { spawn } from "node:child_process";

export interface ExecResult {
  code: number;
  stdout: string;
  stderr: string;
}

export interface ExecOptions {
  input?: string | Buffer;
  user?: "root" | "ops" | "deploy" | "guest";
}

const path = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/** Runs a program inside the node's namespaces, beside sshd: what a test does there leaves no trace of a login. */
export function execInside(
  pid: number,
  argv: readonly string[],
  { input = "", user = "root" }: ExecOptions = {},
): Promise<ExecResult> {
  const login = user === "root" ? [] : ["setpriv", `--reuid=${user}`, `--regid=${user}`, "--init-groups"];
  const enter = ["-t", String(pid), "-m", "-p", "-u", "-i", "-r", "-w", "--", "env", "-i", path];
  const child = spawn("nsenter", [...enter, ...login, ...argv], { stdio: ["pipe", "pipe", "pipe"] });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
  // A program that reads no input closes the pipe; what counts is how it ends.
  child.stdin.on("error", () => child.stdin.destroy());
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) =>
      resolve({
        code: code ?? -1,
        stdout: Buffer.concat(out).toString("utf8"),
        stderr: Buffer.concat(err).toString("utf8"),
      }),
    );
  });
}
