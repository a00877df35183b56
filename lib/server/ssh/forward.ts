import "server-only";
import { Duplex } from "node:stream";
import type { Client, ClientChannel } from "ssh2";
import { SshFault } from "./fault";

/** Why a node did not make a connection, by the codes of Node where it tells the same; `FORWARDING_FORBIDDEN` is its sshd's. */
export class ForwardRefused extends Error {
  readonly code: string;

  constructor(code: string) {
    super(`ssh: forwarding refused, ${code}`);
    this.name = "ForwardRefused";
    this.code = code;
  }
}

// RFC 4254, 5.1.
const prohibited = 1;
const connectFailed = 2;

/** sshd sends what the system said, in the C locale (channels.c, `channel_post_connecting`). */
const reasons: [RegExp, string][] = [
  [/refused/i, "ECONNREFUSED"],
  [/no route|host is down/i, "EHOSTUNREACH"],
  [/network is unreachable/i, "ENETUNREACH"],
  [/timed out/i, "ETIMEDOUT"],
];

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** Null where it was no answer of the node. */
function refusalOf(error: unknown): ForwardRefused | null {
  const { reason, message } = isRecord(error) ? error : {};
  if (reason === prohibited) return new ForwardRefused("FORWARDING_FORBIDDEN");
  if (typeof reason !== "number") return null;
  const text = reason === connectFailed ? String(message) : "";
  return new ForwardRefused(reasons.find(([said]) => said.test(text))?.[1] ?? "CONNECT_FAILED");
}

/** A channel as a stream like any other: it can be destroyed at once, whatever the node answers to that. */
class ForwardedStream extends Duplex {
  readonly #channel: ClientChannel;
  #ended = false;

  constructor(channel: ClientChannel) {
    super({ allowHalfOpen: false });
    this.#channel = channel;
    channel.on("data", (chunk: Buffer) => {
      if (!this.#ended && !this.push(chunk)) channel.pause();
    });
    channel.once("end", () => this.#end());
    channel.once("close", () => this.#end());
    channel.on("error", () => this.#end());
  }

  #end() {
    if (this.#ended || this.destroyed) return;
    this.#ended = true;
    this.push(null);
  }

  override _read() {
    this.#channel.resume();
  }

  override _write(chunk: Buffer, encoding: BufferEncoding, done: (error?: Error | null) => void) {
    this.#channel.write(chunk, encoding, done);
  }

  override _final(done: () => void) {
    this.#channel.end();
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void) {
    this.#ended = true;
    this.#channel.close();
    done(error);
  }
}

/** Has the node connect to an address. */
export function forward(client: Client, to: { address: string; port: number }): Promise<Duplex> {
  return new Promise((resolve, reject) => {
    client.forwardOut("127.0.0.1", 0, to.address, to.port, (error, channel) => {
      if (error) return reject(refusalOf(error) ?? new SshFault("connection-lost", {}, error));
      resolve(new ForwardedStream(channel));
    });
  });
}
