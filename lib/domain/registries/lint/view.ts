import type { Cell, Slot, StructCell } from "../cell";
import { type AuthField, authFields, type TlsFile, tlsFiles } from "../fields";
import { readSecretPlaceholder } from "../placeholder";
import type { Source } from "../yaml/source";

export type Path = readonly (string | number)[];

/** One value of the file as K3s reads it, with the place it stands at. */
export interface Value {
  readonly text: string;
  readonly slot: Slot;
  readonly path: Path;
  /** It refers to a stored credential, so its text is no value to judge. */
  readonly secret: boolean;
}

export interface RewriteView {
  readonly pattern: string;
  readonly replacement: string;
  readonly slot: Slot;
  readonly path: Path;
}

export interface MirrorView {
  readonly name: string;
  readonly slot: Slot;
  readonly path: Path;
  readonly endpoints: readonly Value[];
  readonly rewrites: readonly RewriteView[];
}

export interface AuthView {
  readonly slot: Slot;
  readonly path: Path;
  readonly values: Readonly<Partial<Record<AuthField, Value>>>;
  readonly extras: readonly Slot[];
}

export interface TlsView {
  readonly slot: Slot;
  readonly path: Path;
  readonly files: Readonly<Partial<Record<TlsFile, Value>>>;
  readonly skipsVerify: Slot | null;
  readonly struct: StructCell;
}

export interface HostView {
  readonly host: string;
  readonly slot: Slot;
  readonly path: Path;
  readonly auth: AuthView | null;
  readonly tls: TlsView | null;
}

export interface View {
  readonly mirrors: readonly MirrorView[];
  readonly hosts: readonly HostView[];
  readonly auths: readonly Slot[];
}

/** The keys that lead to a place, from the top of the file. */
export function slotPath(slot: Slot): Path {
  const names: (string | number)[] = [];
  for (let at: Slot | null = slot; at !== null; at = at.parent) {
    const list = at.parent?.cell;
    names.unshift(list?.kind === "list" ? (list.items ?? []).indexOf(at) : at.name);
  }
  return names;
}

const structOf = (cell: Cell | null | undefined): StructCell | null => {
  const inner = cell?.kind === "pointer" ? cell.to : cell;
  return inner?.kind === "struct" ? inner : null;
};

const slotsOf = (cell: Cell | undefined): Slot[] =>
  cell?.kind === "map" && cell.entries !== null ? Array.from(cell.entries.values()) : [];

const textOf = (slot: Slot) => (slot.cell?.kind === "string" ? slot.cell.text : "");

/** Reads K3s's own decoding tree as mirrors and registry hosts. */
export class Viewer {
  private readonly source: Source;

  constructor(source: Source) {
    this.source = source;
  }

  read({ fields }: StructCell): View {
    return {
      mirrors: slotsOf(fields.get("mirrors")).map((slot) => this.mirror(slot)),
      hosts: slotsOf(fields.get("configs")).map((slot) => this.host(slot)),
      auths: slotsOf(fields.get("auths")),
    };
  }

  private mirror(slot: Slot): MirrorView {
    const path = ["mirrors", slot.name];
    const struct = structOf(slot.cell);
    const list = struct?.fields.get("endpoint");
    const items = list?.kind === "list" ? (list.items ?? []) : [];
    const endpoints = items.map((item, at) => this.value(item, [...path, "endpoint", at]));
    const rewrites = slotsOf(struct?.fields.get("rewrite")).map((rule) => ({
      pattern: rule.name,
      replacement: textOf(rule),
      slot: rule,
      path: [...path, "rewrite", rule.name],
    }));
    return { name: slot.name, slot, path, endpoints, rewrites };
  }

  private value(slot: Slot, path: Path): Value {
    const field = String(path.at(-1));
    const isSecret =
      slot.node.kind === "scalar" && readSecretPlaceholder(slot.node, field, this.source) !== null;
    return { text: textOf(slot), slot, path, secret: isSecret };
  }

  private host(slot: Slot): HostView {
    const path = ["configs", slot.name];
    const struct = structOf(slot.cell);
    return {
      host: slot.name,
      slot,
      path,
      auth: struct && this.auth(struct, [...path, "auth"]),
      tls: struct && this.tls(struct, [...path, "tls"]),
    };
  }

  private values<Name extends string>(struct: StructCell, names: readonly Name[], path: Path) {
    const found: Partial<Record<Name, Value>> = {};
    for (const name of names) {
      const slot = struct.places.get(name);
      const cell = struct.fields.get(name);
      if (slot === undefined || cell?.kind !== "string" || cell.node === null) continue;
      found[name] = this.value(slot, [...path, name]);
    }
    return found;
  }

  private auth(config: StructCell, path: Path): AuthView | null {
    const slot = config.places.get("auth");
    const struct = structOf(config.fields.get("auth"));
    if (slot === undefined || struct === null) return null;
    const extras = Array.from(struct.extras.values());
    return { slot, path, values: this.values(struct, authFields, path), extras };
  }

  private tls(config: StructCell, path: Path): TlsView | null {
    const slot = config.places.get("tls");
    const struct = structOf(config.fields.get("tls"));
    if (slot === undefined || struct === null) return null;
    const verify = struct.fields.get("insecure_skip_verify");
    const skips = verify?.kind === "bool" && verify.value;
    const place = struct.places.get("insecure_skip_verify") ?? null;
    return {
      slot,
      path,
      files: this.values(struct, tlsFiles, path),
      skipsVerify: skips ? place : null,
      struct,
    };
  }
}
