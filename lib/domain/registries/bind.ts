import { Aliasing } from "./aliasing";
import {
  type Cell,
  clear,
  fieldOf,
  type ListCell,
  type MapCell,
  type Slot,
  type StructCell,
  withEntry,
  zeroCell,
  zeroStruct,
} from "./cell";
import { forEachPair } from "./merge";
import { registryShape, type Shape, typeName } from "./shape";
import { decodeBase64 } from "./yaml/base64";
import { YamlFailure } from "./yaml/failure";
import type { ContentNode, MappingNode, ScalarNode, SequenceNode, YamlNode } from "./yaml/node";
import { resolveScalar, shortTag, tags } from "./yaml/resolve";
import { bytesToText, textToBytes } from "./yaml/utf8";

/** A value that does not fit its type. yaml.v2 collects these and goes on. */
interface TypeFault {
  readonly line: number;
  readonly node: YamlNode;
  readonly message: string;
}

export interface Binding {
  readonly cell: StructCell;
  readonly faults: readonly TypeFault[];
  /** Every place met outside aliases, in the order K3s reads them. */
  readonly slots: readonly Slot[];
}

/** Decodes a YAML tree into K3s's types, by yaml.v2's non-strict rules (v2.4.0, decode.go). Throws `YamlFailure`. */
export function bindRegistry(root: YamlNode | null): Binding {
  const binder = new Binder();
  const cell = zeroStruct(registryShape);
  // The document node counts as a decoding step too.
  binder.aliasing.count();
  if (root !== null) binder.bind(root, cell, null);
  return { cell, faults: binder.faults, slots: binder.slots };
}

/** Null in the sense of the check before pointers are followed: it knows fewer spellings, and takes quoted ones. */
function isEarlyNull(node: ContentNode): boolean {
  if (node.kind !== "scalar") return false;
  if (node.tag === tags.nothing) return true;
  return (
    node.tag === "" && (node.value === "null" || node.value === "~" || (node.value === "" && node.implicit))
  );
}

/** A UTF-16 unit is at most three bytes, so very short texts need no counting. */
function shownValue(value: string): string {
  if (value.length <= 3) return ` \`${value}\``;
  const bytes = textToBytes(value);
  return bytes.length > 10 ? ` \`${bytesToText(bytes.subarray(0, 7))}...\`` : ` \`${value}\``;
}

class Binder {
  readonly aliasing = new Aliasing();
  readonly faults: TypeFault[] = [];
  readonly slots: Slot[] = [];

  /** Writes a node into a cell. False if its type does not fit; the fault is noted. */
  bind(node: YamlNode, cell: Cell, slot: Slot | null): boolean {
    this.aliasing.count();
    if (node.kind !== "alias") return this.bindContent(node, cell, slot);
    this.aliasing.enter(node);
    this.aliasing.count();
    const fits = this.bindContent(node.target, cell, slot);
    this.aliasing.leave(node);
    return fits;
  }

  private bindContent(node: ContentNode, cell: Cell, slot: Slot | null): boolean {
    if (cell.kind === "pointer" && !isEarlyNull(node)) {
      cell.to ??= zeroStruct(cell.shape.of);
      return this.bindContent(node, cell.to, slot);
    }
    switch (node.kind) {
      case "scalar":
        return this.bindScalar(node, cell);
      case "sequence":
        return cell.kind === "list"
          ? this.bindList(node, cell, slot)
          : this.refuse(node, tags.sequence, cell.shape);
      case "mapping":
        if (cell.kind === "map") return this.bindMap(node, cell, slot);
        if (cell.kind === "struct") return this.bindStruct(node, cell, slot);
        return this.refuse(node, tags.mapping, cell.shape);
    }
  }

  private bindScalar(node: ScalarNode, cell: Cell): boolean {
    const { tag, value } = resolveScalar(node);
    const text = tag === tags.binary ? decodeBinary(node) : node.value;
    if (value === null) {
      clear(cell);
      return true;
    }
    if (cell.kind === "string") {
      cell.text = text;
      cell.node = node;
      return true;
    }
    if (cell.kind === "bool" && typeof value === "boolean") {
      cell.value = value;
      return true;
    }
    return this.refuse(node, tag, cell.shape);
  }

  private refuse(node: ContentNode, tag: string, into: Shape): false {
    const named = node.kind === "scalar" && node.tag !== "" ? node.tag : tag;
    const value = node.kind === "scalar" ? node.value : "";
    // yaml.v2 leaves the value bare after these two, which a scalar can only have as an explicit tag.
    const shown = named === tags.sequence || named === tags.mapping ? value : shownValue(value);
    const line = node.start.line + 1;
    const what = `${shortTag(named)}${shown}`;
    this.faults.push({
      line,
      node,
      message: `line ${line}: cannot unmarshal ${what} into ${typeName(into)}`,
    });
    return false;
  }

  private place(slot: Slot, earlier: Slot | undefined): Slot {
    if (earlier !== undefined) earlier.replacedBy = slot;
    if (this.aliasing.depth === 0) this.slots.push(slot);
    return slot;
  }

  private bindList(list: SequenceNode, cell: ListCell, parent: Slot | null): boolean {
    const items: Slot[] = [];
    cell.items = items;
    for (const node of list.children) {
      const item = zeroCell(cell.shape.of);
      const slot = this.place({ name: "", parent, key: null, node, cell: item, replacedBy: null }, undefined);
      if (this.bind(node, item, slot)) items.push(slot);
    }
    return true;
  }

  private bindMap(map: MappingNode, cell: MapCell, parent: Slot | null): boolean {
    const entries = cell.entries ?? new Map<string, Slot>();
    cell.entries = entries;
    forEachPair(map, this.aliasing, (key, value) => {
      const name = this.readKey(key);
      if (name === null) return;
      const entry = zeroCell(cell.shape.of);
      const slot: Slot = { name, parent, key, node: value, cell: entry, replacedBy: null };
      this.place(slot, entries.get(name));
      if (this.bind(value, entry, slot)) entries.set(name, slot);
    });
    return true;
  }

  private bindStruct(map: MappingNode, cell: StructCell, parent: Slot | null): boolean {
    forEachPair(map, this.aliasing, (key, value) => {
      const name = this.readKey(key);
      if (name === null) return;
      const field = fieldOf(cell, name);
      const slot: Slot = { name, parent, key, node: value, cell: field, replacedBy: null };
      this.place(slot, (field === null ? cell.extras : cell.places).get(name));
      if (field === null) cell.extras = withEntry(cell.extras, name, slot);
      else cell.places = withEntry(cell.places, name, slot);
      if (field !== null) this.bind(value, field, slot);
    });
    return true;
  }

  private readKey(key: YamlNode): string | null {
    const name: Cell = { kind: "string", shape: { kind: "string" }, text: "", node: null };
    return this.bind(key, name, null) ? name.text : null;
  }
}

function decodeBinary(node: ScalarNode): string {
  const bytes = decodeBase64(node.value);
  if (bytes === null) throw new YamlFailure("!!binary value contains invalid base64 data", null, node.start);
  return bytesToText(bytes);
}
