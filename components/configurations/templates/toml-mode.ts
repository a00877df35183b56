import { StreamLanguage, type StringStream } from "@codemirror/language";

/** Whether an action of the template that began on an earlier line is still open. */
type Open = { action: boolean };

/** Quoted texts, then what only a whole word is. */
const words: readonly [RegExp, string][] = [
  [/^#.*/, "comment"],
  [/^"(?:[^"\\]|\\.)*"?/, "string"],
  [/^'[^']*'?/, "string"],
  [/^(?:true|false)\b/, "bool"],
  [/^[+-]?\d[\w.:+-]*/, "number"],
];

const keys: readonly RegExp[] = [/^\[\[?[^\]\n]*\]?\]?/, /^[\w."'-]+(?=\s*=)/];

function readToken(stream: StringStream, state: Open): string | null {
  if (state.action) {
    state.action = !stream.match(/^.*?\}\}/);
    if (state.action) stream.skipToEnd();
    return "keyword";
  }
  if (stream.match("{{")) {
    state.action = true;
    return "keyword";
  }
  const atStart = stream.string.slice(0, stream.pos).trim() === "";
  if (atStart && keys.some((key) => stream.match(key))) return "propertyName";
  const word = words.find(([pattern]) => stream.match(pattern));
  if (word) return word[1];
  if (!stream.eatSpace()) stream.next();
  return null;
}

/** Colours for TOML with the actions of Go's templates; it decides nothing. */
export const tomlTemplate = StreamLanguage.define<Open>({
  name: "toml-template",
  startState: () => ({ action: false }),
  token: readToken,
  languageData: { commentTokens: { line: "#" } },
});
