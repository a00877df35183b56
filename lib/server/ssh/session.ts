import "server-only";
import type { Duplex } from "node:stream";
import type { Client } from "ssh2";
import { addressParams } from "./connect";
import { SshFault } from "./fault";
import { forward } from "./forward";
import { withJump } from "./jump";
import { findPrivilege, type Root } from "./privilege";
import { collect, RemoteProcess, withTimeout } from "./process";
import { defaultTimeouts, type SshTarget, type SshTimeouts } from "./target";
import { openVerified } from "./verified";

export type CommandResult = { code: number | null; stdout: Buffer; stderr: string };

/** A verified, logged-in connection. It lives as long as the callback of `withSession`. */
export class SshSession {
  readonly target: SshTarget;
  readonly timeouts: SshTimeouts;
  readonly #client: Client;
  #root: Promise<Root> | null = null;
  #lost = false;

  constructor(client: Client, target: SshTarget, timeouts: SshTimeouts) {
    this.#client = client;
    this.target = target;
    this.timeouts = timeouts;
    client.once("close", () => {
      this.#lost = true;
    });
  }

  connectionLost(cause?: unknown): SshFault {
    return new SshFault("connection-lost", addressParams(this.target), cause);
  }

  start(command: string): Promise<RemoteProcess> {
    const started = new Promise<RemoteProcess>((resolve, reject) => {
      if (this.#lost) return reject(this.connectionLost());
      this.#client.exec(command, (error, channel) => {
        if (error) return reject(this.connectionLost(error));
        resolve(new RemoteProcess(channel, () => this.connectionLost()));
      });
    });
    return withTimeout(started, this.timeouts.commandMs, () => undefined);
  }

  /** Runs a command without input and returns all it printed, at most 1 MiB. */
  async run(command: string): Promise<CommandResult> {
    const process = await this.start(command);
    process.channel.end();
    return collect(process, this.timeouts.commandMs);
  }

  /** A connection that the node makes, from where it stands; `ForwardRefused` where it makes none. */
  async forward(to: { address: string; port: number }): Promise<Duplex> {
    if (this.#lost) throw this.connectionLost();
    return forward(this.#client, to);
  }

  /** How to become root here; asked once. */
  root(): Promise<Root> {
    this.#root ??= findPrivilege(this);
    return this.#root;
  }

  close() {
    this.#client.on("error", () => undefined);
    this.#client.end();
    this.#client.destroy();
  }
}

/** Opens a session, hands it to `use` and closes it, whatever happens. Every failure of SSH itself is an `SshFault`. */
export const withSession = <T>(target: SshTarget, use: (session: SshSession) => Promise<T>): Promise<T> =>
  withJump(target, async (reach) => {
    const timeouts = { ...defaultTimeouts, ...target.timeouts };
    const session = new SshSession(await openVerified(target, reach), target, timeouts);
    try {
      return await use(session);
    } finally {
      session.close();
    }
  });
