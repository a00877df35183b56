import { flushSync } from "react-dom";
import type { FieldPath, FieldPathValue, UseFormReturn } from "react-hook-form";
import type { DefinitionForm } from "@/lib/domain/registries/form-schema";
import type { EditorForm } from "../editor-schema";
import { matchRows } from "./match-rows";
import { isEntry, isSame } from "./share";

type Path = FieldPath<EditorForm>;

/** For a list that is set whole: where each of its rows stood before, so that rows can stay the same on the page. */
export type RowMatches = Map<string, readonly number[]>;

const listPath = /^definition\.(?:mirrors|registryHosts)$|^definition\.mirrors\.\d+\.(?:endpoints|rewrites)$/;

/**
 * Brings the form from one state to another by setting only what differs, so that open cards stay open and the focus
 * stays where it is. Rows that come, go or move are set with their whole list.
 */
export class Applier {
  /** The first place that was set, in the order of the page. */
  first: string | null = null;
  private readonly form: UseFormReturn<EditorForm>;
  private readonly matches: RowMatches;

  constructor(form: UseFormReturn<EditorForm>, matches: RowMatches) {
    this.form = form;
    this.matches = matches;
  }

  apply(from: DefinitionForm, to: DefinitionForm): void {
    this.value("definition", from, to);
    this.matches.clear();
  }

  private value(path: string, from: unknown, to: unknown): void {
    // States share their equal parts, so what is one object needs no look.
    if (Object.is(from, to)) return;
    if (Array.isArray(from) && Array.isArray(to) && listPath.test(path)) {
      this.list(path, from, to);
    } else if (isEntry(from) && isEntry(to)) {
      for (const key of Object.keys(to)) this.value(`${path}.${key}`, from[key], to[key]);
    } else if (!isSame(from, to)) this.set(path, to);
  }

  private list(path: string, from: readonly unknown[], to: readonly unknown[]): void {
    const rows = matchRows(from, to);
    const inPlace = from.length === to.length && rows.every((row, at) => row === at);
    if (!inPlace) {
      this.matches.set(path, rows);
      // What stands in the rows can only be told of its new values once it knows its new place.
      flushSync(() => this.set(path, to));
      this.form.clearErrors(path as Path);
    }
    for (const [at, row] of rows.entries()) {
      if (row !== -1) this.value(`${path}.${at}`, from[row], to[at]);
    }
  }

  private set(path: string, value: unknown): void {
    this.first ??= path;
    const copy = structuredClone(value) as FieldPathValue<EditorForm, Path>;
    this.form.setValue(path as Path, copy, { shouldDirty: true });
  }
}
