import type { Cell, Slot, StringCell, StructCell } from "./cell";
import { readNamedCertificatePath } from "./certificate-path";
import { emptyDefinition, type TlsFile } from "./fields";
import { readSecretPlaceholder } from "./placeholder";
import { type Remark, remarkDroppedExtra, remarkUnknownKey } from "./remark";
import type {
  Auth,
  AuthValue,
  Definition,
  Endpoint,
  Extra,
  FileValue,
  LegacyAuth,
  Mirror,
  RegistryHost,
  Rewrite,
  Tls,
} from "./schema";
import { sections } from "./sections";
import { toFlowText } from "./yaml/flow-text";
import type { YamlNode } from "./yaml/node";
import type { Range, Source } from "./yaml/source";

export interface ParseContext {
  /** The stored certificate that is delivered to this path, if one is. */
  certificateAt?(path: string, file: TlsFile): string | undefined;
}

type Fields = StructCell["fields"];

/** Extras of one file together; beyond it they are dropped, since aliases can make a short text mean a long one. */
const longestExtras = 4_194_304;
/** What an extra counts that turned out too long or too deep to write: finding that out took time as well. */
const triedInVain = 10_000;

const asStruct = (cell: Cell | null | undefined) => (cell?.kind === "pointer" ? cell.to : cell);

const textOf = (fields: Fields, name: string): StringCell | undefined => {
  const cell = fields.get(name);
  return cell?.kind === "string" && cell.node !== null ? cell : undefined;
};

/** Makes a definition of K3s's view of a file, and remembers which place each part came from. */
export class DefinitionReader {
  readonly remarks: Remark[] = [];
  readonly positions = new Map<string, Range>();
  /** For each place that has a note of its own in the definition, how to add to it. */
  readonly notes = new Map<Slot, (lines: readonly string[]) => void>();
  private readonly source: Source;
  private readonly context: ParseContext;
  private readonly flowTexts = new Map<YamlNode, string | null>();
  private extrasLength = 0;

  constructor(source: Source, context: ParseContext) {
    this.source = source;
    this.context = context;
  }

  read(root: StructCell): Definition {
    const definition: Definition = {
      ...emptyDefinition,
      mirrors: this.readEntries(root, "mirrors", (slot, path) => this.readMirror(slot, path)),
      registryHosts: this.readEntries(root, "configs", (slot, path) => this.readHost(slot, path)),
      auths: this.readEntries(root, "auths", (slot, path) => this.readLegacyAuth(slot, path)),
      extras: this.readExtras(root, "extras", null),
    };
    for (const { key, note } of sections) {
      const slot = root.places.get(key);
      if (slot !== undefined) this.notes.set(slot, (lines) => addLines(definition, note, lines));
    }
    return definition;
  }

  private keepNote(slot: Slot, entry: { note: string }, path: string): void {
    this.notes.set(slot, (lines) => addLines(entry, "note", lines));
    this.locate(slot, path);
  }

  private locate({ key, node }: Slot, path: string): void {
    this.positions.set(path, this.source.range(key?.start ?? node.entry, node.end));
  }

  private locateFields(
    { places }: StructCell,
    path: string,
    names: Readonly<Record<string, string>> = {},
  ): void {
    for (const [name, slot] of places) this.locate(slot, `${path}${names[name] ?? name}`);
  }

  private readEntries<Entry>(
    root: StructCell,
    key: string,
    read: (slot: Slot, path: string) => Entry,
  ): Entry[] | null {
    const cell = root.fields.get(key);
    const section = key === "configs" ? "registryHosts" : key;
    const place = root.places.get(key);
    if (place !== undefined) this.locate(place, section);
    if (cell?.kind !== "map" || cell.entries === null) return null;
    return Array.from(cell.entries.values(), (slot, at) => read(slot, `${section}/${at}`));
  }

  private readMirror(slot: Slot, path: string): Mirror {
    const mirror: Mirror = { name: slot.name, note: "", endpoints: null, rewrites: null, extras: [] };
    const struct = asStruct(slot.cell);
    if (struct?.kind === "struct") {
      this.locateFields(struct, `${path}/`, { endpoint: "endpoints", rewrite: "rewrites" });
      mirror.endpoints = this.readEndpoints(struct.fields.get("endpoint"), `${path}/endpoints`);
      mirror.rewrites = this.readRewrites(struct.fields.get("rewrite"), `${path}/rewrites`);
      mirror.extras = this.readExtras(struct, `${path}/extras`, null);
    }
    this.keepNote(slot, mirror, path);
    return mirror;
  }

  private readEndpoints(cell: Cell | undefined, path: string): Endpoint[] | null {
    if (cell?.kind !== "list" || cell.items === null) return null;
    return cell.items.map((slot, at) => {
      const endpoint = { url: slot.cell?.kind === "string" ? slot.cell.text : "", note: "" };
      this.keepNote(slot, endpoint, `${path}/${at}`);
      return endpoint;
    });
  }

  private readRewrites(cell: Cell | undefined, path: string): Rewrite[] | null {
    if (cell?.kind !== "map" || cell.entries === null) return null;
    return Array.from(cell.entries.values(), (slot, at) => {
      const replacement = slot.cell?.kind === "string" ? slot.cell.text : "";
      const rewrite = { pattern: slot.name, replacement, note: "" };
      this.keepNote(slot, rewrite, `${path}/${at}`);
      return rewrite;
    });
  }

  private readHost(slot: Slot, path: string): RegistryHost {
    const host: RegistryHost = { host: slot.name, note: "", auth: null, tls: null, extras: [] };
    const struct = asStruct(slot.cell);
    if (struct?.kind === "struct") {
      this.locateFields(struct, `${path}/`);
      host.auth = this.readAuth(asStruct(struct.fields.get("auth")), `${path}/auth`);
      host.tls = this.readTls(asStruct(struct.fields.get("tls")), `${path}/tls`);
      host.extras = this.readExtras(struct, `${path}/extras`, null);
    }
    this.keepNote(slot, host, path);
    return host;
  }

  private readLegacyAuth(slot: Slot, path: string): LegacyAuth {
    const content = slot.node.kind === "alias" ? slot.node.target : slot.node;
    const isWritten = content.kind === "mapping";
    const auth = isWritten ? this.readAuth(asStruct(slot.cell), `${path}/auth`) : null;
    const entry: LegacyAuth = { host: slot.name, note: "", auth };
    this.keepNote(slot, entry, path);
    return entry;
  }

  private readAuth(struct: Cell | null | undefined, path: string): Auth | null {
    if (struct?.kind !== "struct") return null;
    this.locateFields(struct, `${path}/`);
    return {
      username: this.readAuthValue(struct.fields, "username"),
      password: this.readAuthValue(struct.fields, "password"),
      auth: this.readAuthValue(struct.fields, "auth"),
      identity_token: this.readAuthValue(struct.fields, "identity_token"),
      extras: this.readExtras(struct, `${path}/extras`, "secrets"),
    };
  }

  private readAuthValue(fields: Fields, name: string): AuthValue | null {
    const cell = textOf(fields, name);
    if (cell === undefined) return null;
    const slug = this.readSecret(cell.node, name);
    return slug === null ? { kind: "text", text: cell.text } : { kind: "secret", slug };
  }

  private readSecret(node: YamlNode | null, field: string): string | null {
    return node?.kind === "scalar" ? readSecretPlaceholder(node, field, this.source) : null;
  }

  private readTls(struct: Cell | null | undefined, path: string): Tls | null {
    if (struct?.kind !== "struct") return null;
    this.locateFields(struct, `${path}/`);
    const skip = struct.fields.get("insecure_skip_verify");
    return {
      ca_file: this.readFile(struct.fields, "ca_file"),
      cert_file: this.readFile(struct.fields, "cert_file"),
      key_file: this.readFile(struct.fields, "key_file"),
      insecure_skip_verify: skip?.kind === "bool" && skip.value,
      extras: this.readExtras(struct, `${path}/extras`, null),
    };
  }

  private readFile(fields: Fields, file: TlsFile): FileValue | null {
    const path = textOf(fields, file)?.text;
    if (path === undefined) return null;
    const slug = this.context.certificateAt?.(path, file) ?? readNamedCertificatePath(path, file);
    return slug === undefined ? { kind: "path", path } : { kind: "certificate", slug };
  }

  private readExtras(struct: StructCell, path: string, may: "secrets" | null): Extra[] {
    const extras: Extra[] = [];
    for (const slot of struct.extras.values()) {
      this.remarks.push(remarkUnknownKey(slot, Object.keys(struct.shape.fields), this.source));
      const slug = may === "secrets" ? this.readSecret(slot.node, slot.name) : null;
      const text = slug === null ? this.flowText(slot.node) : "";
      if (text === null) {
        this.remarks.push(remarkDroppedExtra(slot, this.source));
        continue;
      }
      const value: AuthValue = slug === null ? { kind: "text", text } : { kind: "secret", slug };
      const extra: Extra = { key: slot.name, value, note: "" };
      this.keepNote(slot, extra, `${path}/${extras.length}`);
      extras.push(extra);
    }
    return extras;
  }

  private flowText(node: YamlNode): string | null {
    if (this.extrasLength > longestExtras) return null;
    const text = this.flowTexts.get(node) ?? toFlowText(node);
    this.flowTexts.set(node, text);
    this.extrasLength += text?.length ?? triedInVain;
    return this.extrasLength > longestExtras ? null : text;
  }
}

export function addLines<Key extends string>(
  entry: Record<Key, string>,
  key: Key,
  lines: readonly string[],
): void {
  entry[key] = [...(entry[key] === "" ? [] : [entry[key]]), ...lines].join("\n");
}
