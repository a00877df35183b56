import type { FieldErrors, FieldPath } from "react-hook-form";
import type { EditorForm } from "./editor-schema";

export type PlacedError = { path: FieldPath<EditorForm>; message: string };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** Every refused field in the order of the page, however deep it stands. */
export function errorPaths(errors: FieldErrors<EditorForm>): PlacedError[] {
  return walk(errors, []).toSorted((one, other) => rank(one.path) - rank(other.path));
}

const sections = ["name", "definition.note", "definition.mirrors", "definition.registryHosts"];

/** Where a field stands on the page: its section first, then the place in its list. */
function rank(path: string): number {
  const section = sections.findIndex((each) => path.startsWith(each));
  const index = /^definition\.\w+\.(\d+)/.exec(path)?.[1] ?? "0";
  return (section === -1 ? sections.length : section) * 100_000 + Number(index);
}

function walk(value: unknown, path: string[]): PlacedError[] {
  if (!isRecord(value)) return [];
  if (typeof value["type"] === "string" && path.length > 0) {
    const message = typeof value["message"] === "string" ? value["message"] : "";
    return [{ path: path.join(".") as FieldPath<EditorForm>, message }];
  }
  return Object.entries(value).flatMap(([key, inner]) => (key === "root" ? [] : walk(inner, [...path, key])));
}
