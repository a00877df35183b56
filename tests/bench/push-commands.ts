import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Fleet } from "./push-fleet";

const row = (name: string, text: string) => `${name.padEnd(46)}${text}`;

/** Programs that the machines play; what they start is no part of a push. */
const played =
  /^"(\/usr\/bin\/(systemctl|journalctl|systemd-run)|\/usr\/local\/bin\/k3s|\/usr\/lib\/played\/)/;

/** Programs by the call of the node program that started them; strace tells who started whom. */
export function countByMode(lines: readonly string[]): Map<string, string[]> {
  const parents = parentsIn(lines);
  const modes = new Map<string, string>();
  const counts = new Map<string, string[]>();
  for (const line of lines) {
    const [pid = "", rest = ""] = line.split(/ +(.*)/);
    const call = /^execve\((.*)/.exec(rest)?.[1];
    if (call === undefined || !/(= 0|<unfinished \.\.\.>)$/.test(call)) continue;
    const above = modeOf(pid, parents, modes);
    const own = /, "pullpath", "(\w+)"/.exec(call)?.[1] ?? (call.includes("@@pullpath") ? "who" : null);
    const mode = own ?? above;
    if (own !== null && above === "sshd") modes.set(pid, own);
    if (played.test(call)) modes.set(pid, "played");
    counts.set(mode, [...(counts.get(mode) ?? []), call]);
  }
  return counts;
}

/** Who started whom. A parent may be told of its child only after the child has begun another program. */
function parentsIn(lines: readonly string[]): Map<string, string> {
  const parents = new Map<string, string>();
  for (const line of lines) {
    const [pid = "", rest = ""] = line.split(/ +(.*)/);
    const child = /(?:clone3?|v?fork).*= (\d+)(?: \/\* (\d+) in.*)?$/.exec(rest);
    if (child) parents.set(child[2] ?? child[1] ?? "", pid);
  }
  return parents;
}

function modeOf(pid: string, parents: Map<string, string>, modes: Map<string, string>): string {
  for (let at: string | undefined = pid; at !== undefined; at = parents.get(at)) {
    const mode = modes.get(at);
    if (mode !== undefined) return mode;
  }
  return "sshd";
}

/** Counts the programs that a push starts on the first machine, by strace where it is installed. */
export async function countCommands(
  { machines }: Fleet,
  print: (line: string) => void,
  work: () => Promise<unknown>,
): Promise<void> {
  const [machine] = machines;
  const name = "external commands on a node";
  if (machine === undefined || spawnSync("strace", ["-V"]).status !== 0)
    return print(row(name, "not counted: strace is not installed"));
  const pid = await machine.run(["cat", "/run/sshd.pid"]);
  const outside = outsidePid(machine.name, pid.trim());
  const file = join(tmpdir(), `pullpath-execs-${process.pid}`);
  const strace = spawn(
    "strace",
    [
      "-f",
      "-qq",
      "--pidns-translation",
      "-e",
      "trace=execve,clone,clone3,vfork,fork",
      "-s",
      "70000",
      "-o",
      file,
      "-p",
      outside,
    ],
    { stdio: "inherit" },
  );
  await new Promise((resolve) => setTimeout(resolve, 500));
  await work();
  strace.kill("SIGINT");
  await new Promise((resolve) => strace.once("exit", resolve));
  const counts = countByMode(readFileSync(file, "utf8").split("\n"));
  for (const [mode, calls] of counts) {
    print(row(`${name}, ${mode}`, String(calls.length)));
    if (process.env["PUSH_BENCH_LOUD"])
      for (const call of calls) print(`  ${call.slice(0, 40)} … ${call.slice(-110)}`);
  }
}

/** The process as strace sees it: the node's own number is another one. */
function outsidePid(node: string, inside: string): string {
  const { stdout } = spawnSync(
    "sh",
    ["-c", `grep -l "NSpid:.*[[:space:]]${inside}$" /proc/[0-9]*/status 2>/dev/null`],
    { encoding: "utf8" },
  );
  for (const status of stdout.trim().split("\n")) {
    const [, , pid = ""] = status.split("/");
    const { stdout: host } = spawnSync("nsenter", ["-t", pid, "-u", "hostname"], { encoding: "utf8" });
    if (host.trim() === node && readFileSync(`/proc/${pid}/comm`, "utf8").trim() === "sshd") return pid;
  }
  throw new Error(`the sshd of ${node} was not found`);
}
