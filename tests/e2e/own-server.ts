import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext } from "@playwright/test";
import { waitFor } from "../support/nodes/wait-for";

const root = join(import.meta.dirname, "..", "..");

const freePort = (): string =>
  execFileSync(
    process.execPath,
    [
      "-e",
      's=require("node:net").createServer().listen(0,"127.0.0.1",()=>{process.stdout.write(String(s.address().port));s.close()})',
    ],
    { encoding: "utf8" },
  ).trim();

/** A built server of a test's own, which may be killed at any moment and started again on the same data. */
export class OwnServer {
  readonly #data: string;
  readonly #port = freePort();
  #process: ChildProcess | undefined;
  #cookie = "";

  constructor(data: string) {
    this.#data = data;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async start(): Promise<void> {
    const env = {
      PORT: this.#port,
      HOSTNAME: "127.0.0.1",
      PULLPATH_DATA: this.#data,
      PULLPATH_LOG_LEVEL: "warn",
    };
    this.#process = spawn(process.execPath, [join(root, ".next", "standalone", "server.js")], {
      env: { ...process.env, ...env },
      stdio: "ignore",
    });
    await waitFor(() => this.#isUp());
  }

  /** Ends the process at once, as a power cut or the kernel would. */
  async kill(): Promise<void> {
    const running = this.#process;
    if (!running || running.exitCode !== null) return;
    const gone = new Promise((resolve) => running.once("exit", resolve));
    running.kill("SIGKILL");
    await gone;
  }

  async #isUp(): Promise<boolean> {
    try {
      return (await fetch(`${this.url}/api/v1/health`)).ok;
    } catch {
      return false;
    }
  }

  /** Makes the administrator and keeps the session for later requests. */
  async setUp(): Promise<void> {
    const token = readFileSync(join(this.#data, "setup-token"), "utf8").trim();
    const body = { token, username: "mei", password: "correct horse battery" };
    const answer = await this.#send("POST", "/api/v1/setup", body);
    if (!answer.ok) throw new Error(`setup: ${answer.status} ${await answer.text()}`);
    this.#cookie = answer.headers
      .getSetCookie()
      .map((one) => one.split(";")[0])
      .join("; ");
  }

  /** Lets a browser in with the session of the administrator. */
  async letIn(context: BrowserContext): Promise<void> {
    const cookies = this.#cookie.split("; ").map((pair) => {
      const [name = "", ...value] = pair.split("=");
      return { name, value: value.join("="), url: this.url };
    });
    await context.addCookies(cookies);
  }

  #send(method: string, path: string, body?: unknown): Promise<Response> {
    const key = { "idempotency-key": crypto.randomUUID() };
    return fetch(this.url + path, {
      method,
      headers: {
        ...key,
        cookie: this.#cookie,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      body: body === undefined ? null : JSON.stringify(body),
    });
  }

  async call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await this.#send(method, path, body);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return (text === "" ? undefined : JSON.parse(text)) as T;
  }
}
