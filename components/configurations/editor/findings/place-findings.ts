import type { Severity } from "@/lib/domain/registries/checks/finding";
import type { DefinitionForm } from "@/lib/domain/registries/form-schema";
import type { LineSpans } from "@/lib/domain/registries/line-spans";
import type { Finding } from "@/lib/domain/registries/lint/lint";
import { type EditorPlace, fieldOfPath, type KeyPath } from "./field-of-path";

export type PlacedFinding = { id: string; finding: Finding; line: number; place: EditorPlace | null };

/** On saving, what was typed here becomes a stored credential, so it is no longer written in clear text. */
const settledBySaving = ["plaintext-secret"];

const severities: readonly Severity[] = ["error", "warning", "info"];

export type Placed = {
  all: readonly PlacedFinding[];
  byField: ReadonlyMap<string, readonly PlacedFinding[]>;
  byLine: ReadonlyMap<number, readonly PlacedFinding[]>;
  counts: Readonly<Record<Severity, number>>;
};

/** What is missing has no place in the file, but it has a field. */
function placeOf({ code, path, params }: Finding): KeyPath {
  const missing = code === "tls-pair" ? params["missing"] : undefined;
  return missing === undefined ? path : [...path, missing];
}

const groupBy = <Key>(all: readonly PlacedFinding[], keyOf: (each: PlacedFinding) => Key | undefined) => {
  const groups = new Map<Key, PlacedFinding[]>();
  for (const each of all) {
    const key = keyOf(each);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return groups;
};

/** Gives each finding its line and the field it speaks about, for the form the judged text was written from. */
export function placeFindings(findings: readonly Finding[], form: DefinitionForm, lines: LineSpans): Placed {
  const all = findings
    .filter(({ code }) => !settledBySaving.includes(code))
    .map((finding, at): PlacedFinding => {
      const { line, column } = finding.range.start;
      const place = fieldOfPath(form, placeOf(finding), {
        pick: (section, places) =>
          places.find((each) => {
            const span = lines.get(`${section}/${each}`);
            return span && span.first <= line && line <= span.last;
          }),
        // A rewrite stands three levels deep, so its pattern begins in this column and its replacement later.
        isKey: column === 7,
      });
      return { id: `${at} ${finding.code} ${line}`, finding, line, place };
    });
  return {
    all,
    byField: groupBy(all, ({ place }) => place?.field),
    byLine: groupBy(all, ({ line }) => line),
    counts: countSeverities(all),
  };
}

function countSeverities(all: readonly PlacedFinding[]) {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { finding } of all) counts[finding.severity] += 1;
  return counts;
}

export const noFindings: Placed = {
  all: [],
  byField: new Map(),
  byLine: new Map(),
  counts: { error: 0, warning: 0, info: 0 },
};

/** The gravest of some findings. */
export const gravest = (all: readonly PlacedFinding[]): PlacedFinding | undefined =>
  severities.flatMap((severity) => all.find(({ finding }) => finding.severity === severity) ?? [])[0];

/** The finding after the last one that was shown, or before it; around the ends, and from an end at first. */
export function nextFinding(all: readonly PlacedFinding[], last: string | null, step: 1 | -1) {
  const at = all.findIndex(({ id }) => id === last);
  const from = at === -1 && step === -1 ? 0 : at;
  return all.at((from + step) % all.length);
}
