import type { Shape, StructShape } from "./shape";
import type { YamlNode } from "./yaml/node";

/**
 * One value as K3s decodes it, which still knows the YAML it came from. Cells start as Go's zero values and are
 * written to, as Go's variables are: what is said twice about one cell merges or wins as it does in K3s.
 */
export type Cell = StringCell | BoolCell | ListCell | MapCell | PointerCell | StructCell;

export interface StringCell {
  readonly kind: "string";
  readonly shape: Shape;
  text: string;
  /** The scalar the text came from; null if none was given or it was null. */
  node: YamlNode | null;
}

interface BoolCell {
  readonly kind: "bool";
  readonly shape: Shape;
  value: boolean;
}

export interface ListCell {
  readonly kind: "list";
  readonly shape: Shape & { kind: "list" };
  items: Slot[] | null;
}

export interface MapCell {
  readonly kind: "map";
  readonly shape: Shape & { kind: "map" };
  entries: Map<string, Slot> | null;
}

interface PointerCell {
  readonly kind: "pointer";
  readonly shape: Shape & { kind: "pointer" };
  to: StructCell | null;
}

export interface StructCell {
  readonly kind: "struct";
  readonly shape: StructShape;
  /** Fields that were written; all others have Go's zero value. */
  fields: ReadonlyMap<string, Cell>;
  /** For each field that was written, the last place it was written at. */
  places: ReadonlyMap<string, Slot>;
  /** Keys K3s does not know, the last of each name. */
  extras: ReadonlyMap<string, Slot>;
}

/** A place in the text that gives a cell its value: a field, map entry or list item, or a key nobody reads. */
export interface Slot {
  readonly name: string;
  readonly parent: Slot | null;
  readonly key: YamlNode | null;
  readonly node: YamlNode;
  /** null for a key K3s does not know. */
  readonly cell: Cell | null;
  /** The slot that took this one's place because the key was given again. */
  replacedBy: Slot | null;
}

/** Go's zero value of a type. */
export function zeroCell(shape: Shape): Cell {
  switch (shape.kind) {
    case "string":
      return { kind: "string", shape, text: "", node: null };
    case "bool":
      return { kind: "bool", shape, value: false };
    case "list":
      return { kind: "list", shape, items: null };
    case "map":
      return { kind: "map", shape, entries: null };
    case "pointer":
      return { kind: "pointer", shape, to: null };
    case "struct":
      return zeroStruct(shape);
  }
}

/** A file can hold very many of these, so an empty one costs no map of its own. */
const nothing = new Map<string, never>();

export function zeroStruct(shape: StructShape): StructCell {
  return { kind: "struct", shape, fields: nothing, places: nothing, extras: nothing };
}

/** The cell of a field, made when it is first asked for; null for a key K3s does not know. */
export function fieldOf(struct: StructCell, name: string): Cell | null {
  const known = struct.fields.get(name);
  if (known !== undefined) return known;
  const shape = Object.hasOwn(struct.shape.fields, name) ? struct.shape.fields[name] : undefined;
  if (shape === undefined) return null;
  const cell = zeroCell(shape);
  struct.fields = withEntry(struct.fields, name, cell);
  return cell;
}

/** Adds to a map that is written by its struct alone. */
export function withEntry<Value>(
  map: ReadonlyMap<string, Value>,
  name: string,
  value: Value,
): ReadonlyMap<string, Value> {
  if (map === nothing) return new Map([[name, value]]);
  return map instanceof Map ? map.set(name, value) : map;
}

/** Sets a cell back to its type's zero value, as a null does. */
export function clear(cell: Cell): void {
  Object.assign(cell, zeroCell(cell.shape));
}
