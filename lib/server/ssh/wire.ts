import "server-only";

/** Text or bytes behind their length (RFC 4251, section 5, "string"). */
export function lengthed(value: string | Buffer): Buffer {
  const bytes = typeof value === "string" ? Buffer.from(value, "utf8") : value;
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/**
 * Reads bytes of a stranger. Where they are too short it gives empty values from there on and remembers that, so that
 * one look at the end is enough.
 */
export class WireReader {
  readonly #bytes: Buffer;
  #at = 0;
  #isShort = false;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** How many bytes were read. */
  get at(): number {
    return this.#at;
  }

  get isShort(): boolean {
    return this.#isShort;
  }

  /** Whether all was there and nothing is left. */
  get isWhole(): boolean {
    return !this.#isShort && this.#at === this.#bytes.length;
  }

  get hasMore(): boolean {
    return !this.#isShort && this.#at < this.#bytes.length;
  }

  take(length: number): Buffer {
    this.#isShort ||= length > this.#bytes.length - this.#at;
    if (this.#isShort) return Buffer.alloc(0);
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  uint32(): number {
    const bytes = this.take(4);
    return this.#isShort ? 0 : bytes.readUInt32BE(0);
  }

  uint64(): bigint {
    const bytes = this.take(8);
    return this.#isShort ? 0n : bytes.readBigUInt64BE(0);
  }

  lengthed(): Buffer {
    return this.take(this.uint32());
  }

  text(): string {
    return this.lengthed().toString("utf8");
  }
}
