import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { waitFor } from "./wait-for";

const programs = new URL("./machine", import.meta.url).pathname;

/** What unshare says when the power goes; it hinders no later boot. */
const endOfPower = "unshare: sigprocmask unblock failed";

/** The command that makes a machine and holds it for as long as its standard input is open. */
export function machineCommand(seed: string): [string, string[]] {
  return [
    "unshare",
    ["--mount", "--pid", "--fork", "--kill-child", "sh", `${programs}/outer.sh`, seed, programs],
  ];
}

/** The machine of one test node: its disk and its power switch. It ends when this process ends, however that happens. */
export class Machine {
  /** Id of the node's first process as this machine sees it; undefined while it is off. */
  pid: number | undefined;
  readonly #child: ChildProcess;
  readonly #problems: string[] = [];
  #ended = false;

  constructor(seed: string) {
    // Its standard input is a pipe that only this process holds: end of file is the end of the machine.
    this.#child = spawn(...machineCommand(seed), {
      stdio: ["pipe", "pipe", "pipe"],
      env: { NODE_ENV: "test", PATH: "/usr/sbin:/usr/bin:/sbin:/bin" },
    });
    this.#child.once("exit", () => {
      this.#ended = true;
      this.pid = undefined;
    });
    this.#child.stdin?.on("error", (error) => this.#problems.push(error.message));
    this.#listen();
  }

  #listen(): void {
    const { stdout, stderr } = this.#child;
    if (!stdout || !stderr) throw new Error("A test node has no output to listen to");
    createInterface(stderr).on("line", (line) => {
      if (!line.startsWith(endOfPower)) this.#problems.push(line.trim());
    });
    createInterface(stdout).on("line", (line) => {
      const [word, rest] = [line.split(" ", 1)[0], line.slice(line.indexOf(" ") + 1)];
      if (word === "booted") this.pid = Number(rest);
      if (word === "off") this.pid = undefined;
      if (word === "failed") this.#problems.push(rest);
    });
  }

  async boot(): Promise<void> {
    // What was said when the power went away is no reason not to boot.
    this.#problems.length = 0;
    this.#child.stdin?.write("boot\n");
    await waitFor(() => this.pid !== undefined || this.#ended || this.#problems.length > 0, {
      what: "a test node to boot",
    });
    if (this.pid === undefined) throw new Error(`A test node did not boot: ${this.#problems.join("; ")}`);
  }

  /** Pulls the plug: every process of the node is killed at once, its disk stays. */
  async powerOff(): Promise<void> {
    if (this.pid !== undefined) process.kill(this.pid, "SIGKILL");
    await waitFor(() => this.pid === undefined, { what: "a test node to lose power" });
  }

  async end(): Promise<void> {
    if (this.#ended) return;
    const exit = once(this.#child, "exit");
    this.#child.stdin?.end();
    await exit;
  }
}
