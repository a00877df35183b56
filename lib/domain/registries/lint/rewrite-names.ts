/** What stands for the parts of a name that a pattern leaves open. */
const word = "app";
const mostSamples = 8;

const letters = ["a", "p", "x", "0", "-", "."];

/** Characters that a set of characters takes, those of names first. */
function membersOf(set: string): string[] {
  try {
    const expression = new RegExp(`^${set}$`, "u");
    const own = Array.from(set.slice(1, 40)).filter((each) => /[a-z0-9/_]/.test(each));
    return [...letters, ...own].filter((each) => expression.test(each));
  } catch {
    return ["a"];
  }
}

const escapes: Readonly<Record<string, string>> = { d: "0", w: "a", D: "a", W: "-", S: "a" };
const withoutWidth = "AzbBsQEGZ";

interface Atom {
  readonly texts: readonly string[];
  /** What stands for any number of it. */
  readonly many: string;
}

const joinAll = (heads: readonly string[], tails: readonly string[]): string[] =>
  heads.flatMap((head) => tails.map((tail) => head + tail)).slice(0, mostSamples);

/** Reads a pattern only so far as to write a few names that it was probably made for. */
class NameWriter {
  private at = 0;
  private readonly pattern: string;

  constructor(pattern: string) {
    this.pattern = pattern;
  }

  alternatives(): string[] {
    const all = this.sequence();
    while (this.take(/\|/y) !== null) all.push(...this.sequence());
    return all.slice(0, mostSamples);
  }

  private take(part: RegExp): string | null {
    part.lastIndex = this.at;
    const found = part.exec(this.pattern)?.[0] ?? null;
    this.at += found?.length ?? 0;
    return found;
  }

  private sequence(): string[] {
    let made = [""];
    while (this.at < this.pattern.length && !/[|)]/.test(this.pattern.charAt(this.at))) {
      made = joinAll(made, this.repeated());
    }
    return made;
  }

  private repeated(): string[] {
    const { texts, many } = this.atom();
    const times = this.take(/(?:[*+?]|\{\d+(?:,\d*)?\})[?]?/y);
    if (times === null) return [...texts];
    if (times.startsWith("?")) return [...texts, ""];
    if (times.startsWith("*")) return [many, ""];
    if (times.startsWith("+")) return [many];
    const least = Math.min(Number.parseInt(times.slice(1), 10), 20);
    return texts.map((text) => text.repeat(least));
  }

  private atom(): Atom {
    if (this.take(/\(\?[a-zA-Z-]+\)/y) !== null) return { texts: [""], many: "" };
    if (this.take(/\((?:\?(?:P?<\w+>|[a-zA-Z-]*:))?/y) !== null) return this.group();
    const set = this.take(/\[\^?\]?(?:\[:\^?\w+:\]|\\.|[^\]\\])*\]/y);
    if (set !== null) return this.oneOf(membersOf(set));
    const escaped = this.take(/\\./y)?.slice(1);
    if (escaped !== undefined) return this.escaped(escaped);
    const letter = this.take(/[\s\S]/y) ?? "";
    if (letter === ".") return { texts: ["a"], many: word };
    const text = letter === "^" || letter === "$" ? "" : letter;
    return { texts: [text], many: text };
  }

  private group(): Atom {
    const texts = this.alternatives();
    this.take(/\)/y);
    return { texts, many: texts[0] ?? "" };
  }

  private oneOf(members: readonly string[]): Atom {
    const [first = "a"] = members;
    const isOpen = Array.from(word).every((letter) => members.includes(letter));
    return { texts: [first], many: isOpen ? word : first };
  }

  private escaped(letter: string): Atom {
    const text = withoutWidth.includes(letter) ? "" : (escapes[letter] ?? letter);
    return { texts: [text], many: letter === "w" || letter === "S" ? word : text };
  }
}

/** A few names that a pattern was probably written for. */
export const samplesOf = (pattern: string): string[] => new NameWriter(pattern).alternatives();

/** How all names begin that a pattern matches, as far as that is written out. */
export function literalStart(pattern: string): string {
  const [, start = "", next = ""] = /^\^([\w/-]*)([\s\S]?)/.exec(pattern) ?? [];
  const outside = pattern.replace(/\([^()]*\)/g, "");
  if (outside.includes("|")) return "";
  return /[*?{]/.test(next) ? start.slice(0, -1) : start;
}
