export type Directive = { line: number; keyword: string; words: string[] };

/**
 * One line of a client configuration (ssh_config(5)): a keyword in any case, then white space or one `=`, then words,
 * of which those in double quotes may hold spaces; `#` outside of quotes begins a comment.
 */
export function readDirective(text: string, line: number): Directive | null {
  const [, keyword, rest = ""] = /^\s*([A-Za-z][A-Za-z0-9]*)(?:\s*=\s*|\s+)(.*)$/.exec(text) ?? [];
  if (keyword === undefined) return null;
  const words: string[] = [];
  for (const [, quoted, bare, comment] of rest.matchAll(/"([^"]*)"|([^\s"#][^\s"]*)|(#.*)/g)) {
    if (comment !== undefined) break;
    words.push(quoted ?? bare ?? "");
  }
  return { line, keyword: keyword.toLowerCase(), words };
}
