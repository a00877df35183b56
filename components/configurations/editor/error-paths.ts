import type { FieldErrors, FieldPath } from "react-hook-form";
import type { EditorForm } from "./editor-form";

export type PlacedError = { path: FieldPath<EditorForm>; message: string };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** Every refused field in the order of the page, however deep it stands. */
export function errorPaths(errors: FieldErrors<EditorForm>): PlacedError[] {
  return walk(errors, []);
}

function walk(value: unknown, path: string[]): PlacedError[] {
  if (!isRecord(value)) return [];
  if (typeof value["type"] === "string" && path.length > 0) {
    const message = typeof value["message"] === "string" ? value["message"] : "";
    return [{ path: path.join(".") as FieldPath<EditorForm>, message }];
  }
  return Object.entries(value).flatMap(([key, inner]) => (key === "root" ? [] : walk(inner, [...path, key])));
}
