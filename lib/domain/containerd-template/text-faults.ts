import { longestLine, maskTemplate } from "./mask";
import { sizeOf, templateLimit } from "./on-node";

/** Why a text is not stored: it is shown as it is, so a secret has no place in one. The schema refuses with these codes. */
export type TextFault = {
  code: "required" | "template-too-large" | "control-character" | "template-long-line" | "template-secret";
  line: number | null;
};

/** A person mends one after the other; what is beyond these is told again then. */
const mostTold = 10;

const isControlled = (line: string) => /(?!\t)\p{Cc}/u.test(line);

const linesWhere = (lines: readonly string[], isFault: (line: string, at: number) => boolean): number[] =>
  lines.flatMap((line, at) => (isFault(line, at) ? [at + 1] : [])).slice(0, mostTold);

/** Hidden texts over several lines become one; from the first of them on, lines cannot be told apart. */
function secretLines(text: string): number[] {
  const masked = maskTemplate(text);
  if (masked === text) return [];
  const [lines, shown] = [text.split("\n"), masked.split("\n")];
  const differing = linesWhere(lines, (line, at) => line !== shown[at]);
  return lines.length === shown.length ? differing : differing.slice(0, 1);
}

/** What keeps a text from being saved, with the line of each. */
export function findTextFaults(text: string): TextFault[] {
  if (text.trim() === "") return [{ code: "required", line: null }];
  if (sizeOf(text) > templateLimit) return [{ code: "template-too-large", line: null }];
  const lines = text.split("\n");
  // What is said of a line takes time with its length, so with a longer one the text is never looked at for secrets.
  const long = linesWhere(lines, (line) => line.length > longestLine);
  return [
    ...linesWhere(lines, isControlled).map((line) => ({ code: "control-character", line }) as const),
    ...long.map((line) => ({ code: "template-long-line", line }) as const),
    ...(long.length > 0 ? [] : secretLines(text)).map((line) => ({ code: "template-secret", line }) as const),
  ];
}

/** A text as K3s takes it: lines end as on Linux, and no mark of an editor stands before the first. */
export const tidyTemplate = (text: string): string => text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
