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
  fields: Map<string, Cell>;
  /** For each field that was written, the last place it was written at. */
  places: Map<string, Slot>;
  /** Keys K3s does not know, the last of each name. */
  extras: Map<string, Slot>;
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
      return { kind: "list", shape: { kind: "list", of: shape.of }, items: null };
    case "map":
      return { kind: "map", shape: { kind: "map", of: shape.of }, entries: null };
    case "pointer":
      return { kind: "pointer", shape: { kind: "pointer", of: shape.of }, to: null };
    case "struct":
      return zeroStruct(shape);
  }
}

export function zeroStruct(shape: StructShape): StructCell {
  const fields = Object.entries(shape.fields).map(([name, of]): [string, Cell] => [name, zeroCell(of)]);
  return { kind: "struct", shape, fields: new Map(fields), places: new Map(), extras: new Map() };
}

/** Sets a cell back to its type's zero value, as a null does. */
export function clear(cell: Cell): void {
  Object.assign(cell, zeroCell(cell.shape));
}
