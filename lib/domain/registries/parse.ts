import type { Slot } from "./cell";
import { faultText } from "./decode";
import { addLines, DefinitionReader, type ParseContext } from "./definition-reader";
import { assignNotes } from "./notes";
import { type Readable, type Reading, readText, sourceOf } from "./reading";
import { type Remark, remarkCutSecrets, remarkDuplicates, remarkForms, remarkRest } from "./remark";
import type { Definition } from "./schema";
import { hasSections } from "./sections";
import type { Position, Range } from "./yaml/source";

export type ParseResult =
  | {
      ok: true;
      definition: Definition;
      /** What an import changes or K3s reads unexpectedly, in the order of the text. */
      remarks: Remark[];
      /** Where the parts of the definition stand, by path: `mirrors/0/endpoints/1`, `registryHosts/0/auth/username`. */
      positions: ReadonlyMap<string, Range>;
    }
  | {
      ok: false;
      /** yaml.v2's own words; the line they name may be the one before or after the fault's. */
      error: string;
      /** Where the fault stands, from 1; null if it has no place. */
      line: number | null;
      column: number | null;
    };

const refuse = (error: string, at: Position | null): ParseResult => ({
  ok: false,
  error,
  line: at?.line ?? null,
  column: at?.column ?? null,
});

/** Reads a `registries.yaml` for editing: everything K3s accepts becomes a definition. */
export const parse = (text: string, context: ParseContext = {}): ParseResult =>
  parseReading(readText(text), context);

export function parseReading(reading: Reading, context: ParseContext = {}): ParseResult {
  if (reading.ok) return read(reading, context);
  const { failure, faults } = reading;
  const mark = failure === null ? faults[0]?.node.start : failure.mark;
  const error = failure === null ? faultText(faults) : failure.message;
  return refuse(error, mark ? sourceOf(reading).position(mark) : null);
}

function read({ document, binding }: Readable, context: ParseContext): ParseResult {
  const { source, comments } = document;
  const { cell, slots } = binding;
  const reader = new DefinitionReader(source, context);
  const definition = reader.read(cell);
  const { head, tail, bySlot } = assignNotes(comments, slots);
  addLines(definition, "note", head);
  const findNote = noteFinder(reader);
  for (const [slot, lines] of bySlot) {
    const add = findNote(slot) ?? ((rest) => addLines(definition, "endNote", rest));
    add(lines);
  }
  addLines(definition, "endNote", tail);
  joinLoneNotes(definition);
  const remarks = [
    ...reader.remarks,
    ...remarkDuplicates(slots, source),
    ...remarkForms(document),
    ...remarkCutSecrets(slots, document),
    ...remarkRest(document),
  ].sort((one, other) => one.range.start.offset - other.range.start.offset);
  return { ok: true, definition, remarks, positions: reader.positions };
}

type AddLines = (lines: readonly string[]) => void;

/**
 * Finds the note of a place: its own, that of the place that replaced it, or that of the entry around it. What one
 * search found is kept for all places it passed: a key given n times would else cost n searches of n steps.
 */
function noteFinder({ notes }: DefinitionReader): (slot: Slot) => AddLines | undefined {
  const known = new Map<Slot, AddLines | undefined>(notes);
  return (slot) => {
    const passed: Slot[] = [];
    let place: Slot | null = slot;
    for (; place !== null && !known.has(place); place = place.replacedBy ?? place.parent) passed.push(place);
    const add = place === null ? undefined : known.get(place);
    for (const one of passed) known.set(one, add);
    return add;
  };
}

/** Where a file holds nothing else, its notes have no end to stand at. */
function joinLoneNotes(definition: Definition): void {
  const { note, endNote, extras } = definition;
  if (endNote === "" || extras.length > 0 || hasSections(definition)) return;
  definition.note = note === "" ? endNote : `${note}\n\n${endNote}`;
  definition.endNote = "";
}
