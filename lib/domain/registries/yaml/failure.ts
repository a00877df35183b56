/** A place in the text as libyaml counts it: from 0, in code points; `index` counts from the start of the text. */
export interface Mark {
  readonly index: number;
  readonly line: number;
  readonly column: number;
}

/** What yaml.v2 would stop with. `line` is the one its text names, which is not always where the fault stands. */
export class YamlFailure extends Error {
  readonly line: number | null;
  readonly mark: Mark | null;

  constructor(problem: string, line: number | null, mark: Mark | null) {
    super(`yaml: ${line === null ? "" : `line ${line}: `}${problem}`);
    this.line = line;
    this.mark = mark;
  }
}

/**
 * The line yaml.v2 prints (v2.4.0, decode.go, parser.fail): the problem's unless that is the first, then the
 * context's, and none for the first line. Scanner errors count from 1, parser errors from 0.
 */
function printedLine(problem: Mark, context: Mark | null, from: 0 | 1): number | null {
  if (problem.line !== 0) return problem.line + from;
  return context !== null && context.line !== 0 ? context.line : null;
}

export const scannerFailure = (problem: string, at: Mark, context: Mark) =>
  new YamlFailure(problem, printedLine(at, context, 1), at);

export const parserFailure = (problem: string, at: Mark, context: Mark | null = null) =>
  new YamlFailure(problem, printedLine(at, context, 0), at);
