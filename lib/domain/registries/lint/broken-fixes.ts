import { readForLint, type Undecodable } from "./context";
import { mendIndentation } from "./invisible";
import { mendBlanks, narrowMarks, spaceColons } from "./punctuation";

/** A way to mend a text that yaml.v2 cannot read, and the code of what was wrong when it helps. */
interface Remedy {
  readonly code: "yaml-parse" | "yaml-star" | "yaml-nbsp";
  readonly id: string;
  readonly safe: boolean;
  mend(text: string, line: number): string;
}

/** Changes one line, from 0. */
function onLine(text: string, at: number, change: (line: string) => string): string {
  const lines = text.split("\n");
  const line = lines[at];
  if (line === undefined || line.length > 2000) return text;
  lines[at] = change(line);
  return lines.join("\n");
}

const addColon = (line: string) => line.replace(/^(\s*["']?[\w.*:-]*[\w*]["']?)(\s*|\s+#.*)$/, "$1:$2");

function quoteValue(line: string): string {
  const [, head, value] = /^(\s*(?:-\s+)?(?:[^\s#'"]+:\s+)?)([^'"\s].*?)\s*$/.exec(line) ?? [];
  if (head === undefined || value === undefined || head.trim() === "") return line;
  return `${head}'${value.replace(/'/g, "''")}'`;
}

const remedies: readonly Remedy[] = [
  {
    code: "yaml-star",
    id: "quote-star",
    safe: true,
    mend: (text) => text.replace(/(^|[{,])([ \t]*)(\*(?:[.:][\w.:-]*?)?)(?=[ \t]*:(?:\s|$))/gm, '$1$2"$3"'),
  },
  { code: "yaml-nbsp", id: "normalize-blanks", safe: true, mend: mendIndentation },
  {
    code: "yaml-nbsp",
    id: "normalize-blanks",
    safe: true,
    mend: (text) => mendBlanks(mendIndentation(text)),
  },
  {
    code: "yaml-parse",
    id: "tabs-to-spaces",
    safe: true,
    mend: (text) => text.replace(/^[ \t]*(?:-[ \t]+)*/gm, (blanks) => blanks.replace(/\t/g, "  ")),
  },
  {
    code: "yaml-parse",
    id: "narrow-punctuation",
    safe: false,
    mend: narrowMarks,
  },
  { code: "yaml-parse", id: "space-colon", safe: true, mend: spaceColons },
  { code: "yaml-parse", id: "add-colon", safe: false, mend: (text, at) => onLine(text, at - 1, addColon) },
  { code: "yaml-parse", id: "add-colon", safe: false, mend: (text, at) => onLine(text, at, addColon) },
  { code: "yaml-parse", id: "quote", safe: false, mend: (text, at) => onLine(text, at, quoteValue) },
  { code: "yaml-parse", id: "quote", safe: false, mend: (text, at) => onLine(text, at - 1, quoteValue) },
];

/** How far yaml.v2 comes, in characters of the text. */
function reach({ failure, text }: Undecodable): number {
  if (failure === null) return text.length;
  return failure.mark?.index ?? 0;
}

/** Each try reads the whole text again, so a long one gets fewer of them. */
const mostRead = 1_000_000;

/** What makes the text readable, or lets yaml.v2 come further than it did. */
export function findRemedies(broken: Undecodable) {
  const { text, failure } = broken;
  const line = failure?.mark?.line ?? broken.faults[0]?.node.start.line ?? 0;
  const helpful = new Set<string>();
  let read = 0;
  return remedies.flatMap(({ mend, ...remedy }) => {
    const mended = mend(text, line);
    if (mended === text || helpful.has(remedy.id) || read > mostRead) return [];
    read += mended.length;
    const again = readForLint(mended, undefined);
    const grown = Math.max(mended.length - text.length, 0);
    // Quotes around a whole list only move the fault.
    if (!again.ok && again.broken.failure === null && remedy.id === "quote") return [];
    if (!again.ok && reach(again.broken) <= reach(broken) + grown) return [];
    helpful.add(remedy.id);
    return [{ ...remedy, text: mended }];
  });
}
