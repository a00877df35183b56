import "server-only";
import { randomBytes } from "node:crypto";
import type { Duplex } from "node:stream";
import { lengthed, WireReader } from "./wire";

/** The few messages that an exchange of keys begins with, before anything is encrypted (RFC 4253, RFC 5656). */
export const messages = { ignore: 2, unimplemented: 3, debug: 4, kexInit: 20, ecdhInit: 30, ecdhReply: 31 };

/** After this much nothing more is read: a greeting, its lists and one reply with a certificate. */
const mostBytes = 48 * 1024;

const block = 8;
const leastPadding = 4;

/** A packet without encryption, padded to whole blocks. */
export function packet(payload: Buffer): Buffer {
  const short = block - ((payload.length + 5) % block);
  const padding = short < leastPadding ? short + block : short;
  const head = Buffer.alloc(5);
  head.writeUInt32BE(payload.length + padding + 1);
  head.writeUInt8(padding, 4);
  return Buffer.concat([head, payload, Buffer.alloc(padding)]);
}

/** The ten lists of names by which two sides agree. */
export function readKexInit(payload: Buffer): string[][] | null {
  const reader = new WireReader(payload);
  reader.take(1 + 16);
  const lists = Array.from({ length: 10 }, () => reader.text().split(","));
  return reader.isShort ? null : lists;
}

export function writeKexInit(lists: readonly (readonly string[])[]): Buffer {
  const names = lists.map((list) => lengthed(list.join(",")));
  return Buffer.concat([Buffer.from([messages.kexInit]), randomBytes(16), ...names, Buffer.alloc(5)]);
}

/** What a machine sends, read as lines and then as packets. Undefined where it ends, or is no SSH. */
export class Intake {
  readonly #chunks: AsyncIterator<Buffer>;
  #held = Buffer.alloc(0);
  #left = mostBytes;

  constructor(stream: Duplex) {
    this.#chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  }

  /** Whether it said more than there may be. */
  get isFull(): boolean {
    return this.#left <= 0;
  }

  async #more(): Promise<boolean> {
    if (this.isFull) return false;
    const { done, value } = await this.#chunks.next();
    if (done) return false;
    this.#left -= value.length;
    this.#held = Buffer.concat([this.#held, value]);
    return true;
  }

  async #take(length: number): Promise<Buffer | undefined> {
    while (this.#held.length < length) if (!(await this.#more())) return undefined;
    const taken = this.#held.subarray(0, length);
    this.#held = this.#held.subarray(length);
    return taken;
  }

  async #line(): Promise<string | undefined> {
    let end = this.#held.indexOf(10);
    while (end < 0) {
      if (!(await this.#more())) return undefined;
      end = this.#held.indexOf(10);
    }
    return (await this.#take(end + 1))?.toString("latin1").trimEnd();
  }

  /** The version a machine greets with; other lines may stand before it. */
  async greeting(): Promise<string | undefined> {
    let line = await this.#line();
    while (line !== undefined && !line.startsWith("SSH-")) line = await this.#line();
    return line;
  }

  /** The payload of the next packet that says something. */
  async payload(): Promise<Buffer | undefined> {
    const passedOver = [messages.ignore, messages.unimplemented, messages.debug];
    for (;;) {
      const head = await this.#take(5);
      if (!head) return undefined;
      const [length, padding] = [head.readUInt32BE(0), head.readUInt8(4)];
      if (length > mostBytes || length < padding + 2) return undefined;
      const body = await this.#take(length - 1);
      if (!body) return undefined;
      if (!passedOver.includes(body.readUInt8(0))) return body.subarray(0, length - 1 - padding);
    }
  }
}
