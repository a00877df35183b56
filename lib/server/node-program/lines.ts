import "server-only";

/** What the program prints, line by line. Whatever else stands on its standard output (banners) is no answer. */
export type Answer =
  | { kind: "ready" }
  | { kind: "end" }
  | { kind: "fact"; name: string; value: string }
  | { kind: "text"; name: string; bytes: Buffer }
  | { kind: "unit"; name: string; active: string; enabled: boolean }
  | { kind: "event"; words: string[] }
  | { kind: "report"; words: string[] }
  | { kind: "state"; words: string[] };

const mark = "@pullpath1 ";

const valueLimit = 64 * 1024;

/**
 * Reverses the escaping of the program; bytes that are no UTF-8 become replacement characters. What is beyond 64 KiB
 * is cut off: no value of the program is as long.
 */
export function unescapeValue(text: string): string {
  const bytes: number[] = [];
  for (let index = 0; index < text.length && bytes.length < valueLimit; index += 1) {
    const hex = text[index] === "%" ? text.slice(index + 1, index + 3) : "";
    if (/^[0-9a-f]{2}$/i.test(hex)) {
      bytes.push(Number.parseInt(hex, 16));
      index += 2;
    } else {
      bytes.push(text.charCodeAt(index) & 0xff);
    }
  }
  return Buffer.from(bytes).toString("utf8");
}

/** Words of the form `name=value`. */
export function readPairs(words: readonly string[]): Record<string, string> {
  const pairs = words.map((word) => {
    const at = word.indexOf("=");
    return [word.slice(0, at), unescapeValue(word.slice(at + 1))] as const;
  });
  return Object.fromEntries(pairs.filter(([name]) => /^[A-Za-z]\w*$/.test(name)));
}

export function readAnswer(line: string): Answer | null {
  const at = line.indexOf(mark);
  if (at < 0) return null;
  const [kind = "", ...words] = line.slice(at + mark.length).split(" ");
  const [first = "", second = "", third = ""] = words;
  switch (kind) {
    case "ready":
    case "end":
      return { kind };
    case "fact":
      return { kind, name: first, value: unescapeValue(second) };
    case "text":
      return { kind, name: unescapeValue(first), bytes: Buffer.from(second, "hex") };
    case "unit":
      return { kind, name: unescapeValue(first), active: second, enabled: third === "yes" };
    case "event":
    case "report":
    case "state":
      return { kind, words };
    default:
      return null;
  }
}

/** Cuts a stream of bytes into lines; one that never ends is given up at `limit`. */
export class LineCutter {
  #rest = "";
  readonly #limit: number;

  constructor(limit = 4 * 1024 * 1024) {
    this.#limit = limit;
  }

  push(chunk: Buffer): string[] {
    const lines = (this.#rest + chunk.toString("latin1")).split("\n");
    this.#rest = lines.pop() ?? "";
    if (this.#rest.length > this.#limit) this.#rest = "";
    return lines;
  }
}
