import { hasInvisible, toVisible } from "./invisible";

/** What an input method writes in place of the marks of YAML. */
const marks: Readonly<Record<string, string>> = {
  "：": ": ",
  "，": ", ",
  "、": ", ",
  "［": "[",
  "］": "]",
  "【": "[",
  "】": "]",
  "｛": "{",
  "｝": "}",
  "＂": '"',
  "“": '"',
  "”": '"',
  "＇": "'",
  "‘": "'",
  "’": "'",
};

/** Longer lines are not written by hand, and cutting them up takes time. */
const longest = 2000;

/** Changes the part of each line that is no comment and not in quotes. */
function onCode(text: string, change: (code: string) => string): string {
  const mend = (line: string) => {
    if (line.length > longest) return line;
    const parts = line.match(/"(?:[^"\\]|\\.)*"|'[^']*'|(?:^|(?<=\s))#.*|[^"'#\s]+|\s+|./gu) ?? [];
    return parts.map((part) => (/^(?:"|'|#.)/u.test(part) ? part : change(part))).join("");
  };
  return text.replace(/[^\r\n]+/g, mend);
}

/** Ordinary marks for full-width ones; comments and quoted text keep theirs. */
export function narrowMarks(text: string): string {
  const dashed = text.replace(/^([ \t]*)[－—–−][ \t\u3000]*(?=\S)/gm, "$1- ");
  return onCode(dashed, (code) =>
    code
      .replace(/：(?=\/\/|$)/g, ":")
      .replace(/[，、]$/g, ",")
      .replace(/[：，、［］【】｛｝＂“”＇‘’]/g, (mark) => marks[mark] ?? mark),
  );
}

/** Ordinary blanks for odd ones wherever YAML expects a blank. */
export const mendBlanks = (text: string): string => (hasInvisible(text) ? onCode(text, toVisible) : text);

const fields =
  "mirrors|configs|endpoint|rewrite|auth|tls|username|password|identity_token|ca_file|cert_file|key_file|insecure_skip_verify";
const glued = new RegExp(`^([ \\t]*(?:-[ \\t]+)?(?:${fields})):(?=[^\\s:])`, "gm");

/** A colon makes a key only with a blank behind it. */
export const spaceColons = (text: string): string => text.replace(glued, "$1: ");
