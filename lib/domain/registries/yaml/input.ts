import { breakText, isAllowed, isBreak } from "./characters";
import { type Mark, YamlFailure } from "./failure";

const byteOrderMark = 0xfeff;
/** yaml.v2 reads this many bytes at a time and checks them as a whole, before the scanner sees the first of them. */
const blockSize = 512;

interface CodePoints {
  readonly codes: Uint32Array;
  /** Holds halves of characters, which no file can hold. */
  readonly broken: boolean;
  /** Nothing in it makes the reader fail or stumble, so its blocks need no watching. */
  readonly smooth: boolean;
}

function toCodePoints(text: string): CodePoints {
  const codes = new Uint32Array(text.length);
  let count = 0;
  let broken = false;
  let smooth = true;
  for (let i = 0; i < text.length; i++) {
    const value = text.codePointAt(i) ?? 0;
    if (value > 0xffff) i++;
    const isHalf = value >= 0xd800 && value <= 0xdfff;
    broken ||= isHalf;
    smooth &&= isHalf || (isAllowed(value) && value !== byteOrderMark);
    // A lone surrogate has no UTF-8 form; encoders write the replacement character.
    codes[count++] = isHalf ? 0xfffd : value;
  }
  return { codes: codes.subarray(0, count), broken, smooth };
}

const byteLength = (code: number) => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);

/** The text as libyaml's scanner meets it: code points, loaded block by block, with a running mark. */
export class Input {
  readonly text: string;
  readonly codes: Uint32Array;
  line = 0;
  column = 0;
  index = 0;
  /** Code points loaded and checked so far; grows past the text once its end has been met. */
  private loaded = 0;
  private nextByte = 0;
  private readBytes = 0;
  private bufferStart = 0;
  private offsets: Uint32Array | null = null;
  /** The text as values take it. */
  private readonly whole: string;

  constructor(text: string) {
    const { codes, broken, smooth } = toCodePoints(text === "" ? "\n" : text);
    this.text = text;
    this.whole = broken ? text.replace(/\p{Surrogate}/gu, "\ufffd") : text;
    this.codes = codes;
    if (smooth) this.loaded = Number.MAX_SAFE_INTEGER;
    if (this.codes[0] === byteOrderMark) {
      this.index = 1;
      this.loaded = 1;
      this.nextByte = 3;
      this.readBytes = blockSize;
    }
  }

  /** The code point `ahead` of the current one; 0 past the end. */
  at(ahead = 0): number {
    const index = this.index + ahead;
    // Reading past the end of a typed array is slow.
    return index < this.codes.length ? (this.codes[index] ?? 0) : 0;
  }

  mark(): Mark {
    return { index: this.index, line: this.line, column: this.column };
  }

  /** Loads text until `count` code points are there. A forbidden character fails here, as soon as its block is read. */
  ensure(count: number): void {
    if (this.loaded - this.index >= count) return;
    this.bufferStart = this.index;
    while (this.loaded - this.index < count) {
      if (this.loaded >= this.codes.length) {
        this.loaded++;
        return;
      }
      this.loadBlock();
    }
  }

  private loadBlock(): void {
    // A character cut by the end of the block before starts this one.
    if (this.nextByte + byteLength(this.at(this.loaded - this.index)) > this.readBytes) {
      this.readBytes = this.nextByte + blockSize;
    }
    while (this.loaded < this.codes.length) {
      const value = this.codes[this.loaded] ?? 0;
      const end = this.nextByte + byteLength(value);
      if (end > this.readBytes) return;
      if (!isAllowed(value)) this.forbid();
      this.nextByte = end;
      this.loaded++;
    }
  }

  private forbid(): never {
    const before = this.codes.subarray(0, this.loaded);
    const line = before.reduce((count, value) => (value === 0x0a ? count + 1 : count), 0);
    const column = this.loaded - (before.lastIndexOf(0x0a) + 1);
    throw new YamlFailure("control characters are not allowed", null, { index: this.loaded, line, column });
  }

  /**
   * libyaml looks for a byte order mark at the start of its buffer instead of at the current character, so one that
   * happens to stand there makes every later line lose its first character (yaml.v2 v2.4.0, is_bom).
   */
  skipByteOrderMark(): void {
    if (this.column === 0 && this.codes[this.bufferStart] === byteOrderMark) this.advance();
  }

  /** Where a code point stands in the text, in UTF-16 units. */
  offset(index: number): number {
    if (index >= this.codes.length) return this.text.length;
    if (this.codes.length === this.text.length) return index;
    this.offsets ??= this.measureOffsets();
    return this.offsets[index] ?? this.text.length;
  }

  private measureOffsets(): Uint32Array {
    let offset = 0;
    return this.codes.map((value) => {
      const start = offset;
      offset += value > 0xffff ? 2 : 1;
      return start;
    });
  }

  slice(from: number, to: number): string {
    return this.text.slice(this.offset(from), this.offset(to));
  }

  /** The text from a code point up to the current one, as it enters a value. */
  since(from: number): string {
    return this.whole.slice(this.offset(from), this.offset(this.index));
  }

  advance(count = 1): void {
    this.index += count;
    this.column += count;
  }

  take(): string {
    const text = String.fromCodePoint(this.at());
    this.advance();
    return text;
  }

  /** Passes one line break, if there is one, and gives the text it stands for in a value. */
  takeBreak(): string {
    const value = this.at();
    if (!isBreak(value)) return "";
    this.index += value === 0x0d && this.at(1) === 0x0a ? 2 : 1;
    this.column = 0;
    this.line++;
    return breakText(value);
  }
}
