/** What an ICU message is made of: its own words, its placeholders with their kind, and its plural categories. */
export type Parts = { words: string[]; placeholders: string[]; categories: string[] };

/** The index after the brace that closes the one at `start`. */
function endOf(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (text[at] === "{") depth++;
    if (text[at] === "}" && --depth === 0) return at + 1;
  }
  throw new Error(`Unbalanced braces: ${text}`);
}

function readOptions(options: string, into: Parts): void {
  const option = /\s*(=?[\w-]+)\s*\{/gy;
  for (let match = option.exec(options); match; match = option.exec(options)) {
    const start = option.lastIndex - 1;
    const end = endOf(options, start);
    into.categories.push(match[1] ?? "");
    readInto(options.slice(start + 1, end - 1), into);
    option.lastIndex = end;
  }
}

function readArgument(argument: string, into: Parts): void {
  const [name = "", kind = ""] = argument.split(",", 2).map((part) => part.trim());
  into.placeholders.push(kind ? `${name}:${kind}` : name);
  if (["plural", "select", "selectordinal"].includes(kind))
    readOptions(argument.slice(argument.indexOf(",", argument.indexOf(",") + 1) + 1), into);
}

function readInto(text: string, into: Parts): void {
  let word = "";
  for (let at = 0; at < text.length; at++) {
    if (text[at] !== "{") {
      word += text[at];
      continue;
    }
    const end = endOf(text, at);
    readArgument(text.slice(at + 1, end - 1), into);
    word += "\u0000";
    at = end - 1;
  }
  into.words.push(word);
}

/** Splits a message; text in apostrophes is taken as it stands, and a placeholder leaves a NUL in the words. */
export function readMessage(message: string): Parts {
  const parts: Parts = { words: [], placeholders: [], categories: [] };
  readInto(message.replace(/'\{[^']*\}?'/g, "\u0001"), parts);
  return parts;
}

export const tagsOf = (message: string) =>
  [...message.matchAll(/<\/?([a-z][\w-]*)>/gi)].map((match) => match[0]).toSorted();
