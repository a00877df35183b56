export type CsvRecord = { line: number; cells: string[] };

const quoted = /[ ]*"([^"]*(?:""[^"]*)*)(?:"|$)[^\n]*?(?=SEPARATOR|\n|$)/y;
const plain = /[^SEPARATOR\n]*/y;

/** The same pattern for another separator, of which all are harmless in a pattern. */
const withSeparator = (pattern: RegExp, separator: string) =>
  new RegExp(pattern.source.replaceAll("SEPARATOR", separator), "y");

const countBreaks = (text: string) => text.split("\n").length - 1;

/**
 * Records of RFC 4180 text: a cell in double quotes may hold the separator, line breaks and doubled quotes. A quote
 * that is never closed runs to the end of the text, as in spreadsheets.
 */
export function readRecords(text: string, separator: string): CsvRecord[] {
  const patterns = [withSeparator(quoted, separator), withSeparator(plain, separator)];
  const records: CsvRecord[] = [];
  let record: CsvRecord = { line: 1, cells: [] };
  let line = 1;
  for (let at = 0; at <= text.length; at += 1) {
    const { whole, inner } = matchAt(patterns, text, at);
    record.cells.push((inner?.replaceAll('""', '"') ?? whole).trim());
    at += whole.length;
    line += countBreaks(whole);
    if (text[at] === separator) continue;
    line += 1;
    if (record.cells.some((one) => one !== "")) records.push(record);
    record = { line, cells: [] };
  }
  return records;
}

function matchAt(
  patterns: RegExp[],
  text: string,
  at: number,
): { whole: string; inner?: string | undefined } {
  for (const pattern of patterns) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) return { whole: match[0], inner: match[1] };
  }
  return { whole: "" };
}
