import type * as z from "zod/mini";
import type { FieldIssue } from "./errors";

type Issue = z.core.$ZodIssue;
type Path = FieldIssue["path"];

const silent = "Invalid input";
const isCode = (message: string) => /^[a-z]+(?:-[a-z]+)*$/.test(message);

// A client names keys and nests them as it likes; what is answered to that stays small.
const longestKey = 1024;
const deepest = 50;

/** Where a refused value stands. Keys that no schema takes are cut. */
export const toPath = (path: readonly PropertyKey[]): Path =>
  path.slice(0, deepest).map((part) => (typeof part === "number" ? part : String(part).slice(0, longestKey)));

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) => (typeof value === "object" && value !== null ? Reflect.get(value, part) : undefined),
    input,
  );
}

/** By what is counted: characters, entries, or nothing, as a number is large or small itself. */
const sizeCodes = {
  string: { small: "too-short", big: "too-long" },
  list: { small: "list-short", big: "list-long" },
  number: { small: "too-small", big: "too-large" },
} as const;

function sizeIssue(issue: Issue & { code: "too_small" | "too_big" }, path: Path, value: unknown): FieldIssue {
  const { origin } = issue;
  const codes =
    sizeCodes[origin === "string" ? "string" : origin === "array" || origin === "set" ? "list" : "number"];
  if (issue.code === "too_small") {
    if (typeof value === "string" && value.trim() === "") return { path, code: "required" };
    return { path, code: codes.small, params: { minimum: Number(issue.minimum) } };
  }
  return { path, code: codes.big, params: { maximum: Number(issue.maximum) } };
}

function toIssues(issue: Issue, input: unknown): FieldIssue[] {
  const path = toPath(issue.path);
  if (issue.message !== silent && isCode(issue.message)) return [{ path, code: issue.message }];
  const value = valueAt(input, issue.path);
  switch (issue.code) {
    case "too_small":
    case "too_big":
      return [sizeIssue(issue, path, value)];
    case "unrecognized_keys":
      return issue.keys.map((key) => ({ path: toPath([...path, key]), code: "unknown-key" }));
    case "invalid_type":
    case "invalid_union":
      return [{ path, code: value === undefined ? "required" : "invalid-type" }];
    case "invalid_value":
      return [{ path, code: value === undefined ? "required" : "invalid-value" }];
    default:
      return [{ path, code: "invalid-format" }];
  }
}

/** What a schema refused, as codes of the catalogue with their places. A schema's own message is taken as a code. */
export const toFieldIssues = (error: z.core.$ZodError, input: unknown): FieldIssue[] =>
  error.issues.flatMap((issue) => toIssues(issue, input)).slice(0, 50);
