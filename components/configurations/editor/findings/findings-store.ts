import type { Severity } from "@/lib/domain/registries/checks/finding";
import type { DefinitionForm } from "@/lib/domain/registries/form-schema";
import { gravest, noFindings, type Placed, type PlacedFinding } from "./place-findings";

/** What was found, with the text and the form it was found in. */
export type Judged = { text: string; form: DefinitionForm | null; placed: Placed };

const none: readonly PlacedFinding[] = [];

export type RowSummary = `${Severity} ${number}` | "";

/** The newest findings. Who reads one part of them is told only of that part. */
export class FindingsStore {
  judged: Judged = { text: "", form: null, placed: noFindings };
  private rows: ReadonlyMap<string, RowSummary> = new Map();
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  take(judged: Judged): void {
    this.judged = judged;
    this.rows = summarize(judged.placed.all);
    for (const tell of this.listeners) tell();
  }

  at(field: string): readonly PlacedFinding[] {
    return this.judged.placed.byField.get(field) ?? none;
  }

  /** How bad the worst finding in a card is, and how many there are. */
  row(part: string): RowSummary {
    return this.rows.get(part) ?? "";
  }
}

function summarize(all: readonly PlacedFinding[]): Map<string, RowSummary> {
  const rows = new Map<string, PlacedFinding[]>();
  for (const each of all) {
    const row = /^(?:mirrors|registryHosts)\/\d+/.exec(each.place?.part ?? "")?.[0];
    if (row !== undefined) rows.set(row, [...(rows.get(row) ?? none), each]);
  }
  const summaries = [...rows].map(([row, found]): [string, RowSummary] => {
    const worst = gravest(found)?.finding.severity ?? "info";
    return [row, `${worst} ${found.length}`];
  });
  return new Map(summaries);
}
