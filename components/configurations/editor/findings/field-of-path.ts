import { type AuthField, authFields, type TlsFile, tlsFiles } from "@/lib/domain/registries/fields";
import type { RegistryHostForm } from "@/lib/domain/registries/form-host-schema";
import type { DefinitionForm } from "@/lib/domain/registries/form-schema";

/** Where something stands: the field that shows it, and the path of its lines in the rendered file. */
export type EditorPlace = { field: string; part: string };
export type KeyPath = readonly (string | number)[];

/** Which of several entries of one name is meant, and which side of a `key: value` line. */
export type PlaceHints = {
  pick?: (section: string, places: readonly number[]) => number | undefined;
  isKey?: boolean;
};

/** The keys of a place in an address; positions are numbers. */
export function readPlace(text: string): KeyPath {
  try {
    const keys = text.split("/").map(decodeURIComponent);
    return keys.map((key, at) => (keys[at - 1] === "endpoint" && /^\d+$/.test(key) ? Number(key) : key));
  } catch {
    return [];
  }
}

const indexes = new WeakMap<object, ReadonlyMap<string, readonly number[]>>();

/** All places of a name. A list is read through once: a file can have a thousand entries and as many findings. */
function placesOf<Row>(rows: readonly Row[], nameOf: (row: Row) => string, name: unknown): readonly number[] {
  const index = indexes.get(rows) ?? indexOf(rows.map(nameOf));
  indexes.set(rows, index);
  return index.get(String(name)) ?? [];
}

function indexOf(names: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>();
  for (const [at, name] of names.entries()) {
    const known = index.get(name);
    if (known) known.push(at);
    else index.set(name, [at]);
  }
  return index;
}

const isAuthField = (key: unknown): key is AuthField => authFields.some((each) => each === key);
const isTlsFile = (key: unknown): key is TlsFile => tlsFiles.some((each) => each === key);

/** Finds the place of a path of YAML keys, such as `mirrors`, `docker.io`, `endpoint`, `1`; null for the whole file. */
export function fieldOfPath(form: DefinitionForm, path: KeyPath, hints: PlaceHints = {}): EditorPlace | null {
  const [section, name, ...rest] = path;
  const { list, places } = entriesOf(form, section, name);
  const at = hints.pick?.(list, places) ?? places[0];
  if (at === undefined) return null;
  const own = { field: `definition.${list}.${at}`, part: `${list}/${at}` };
  if (list === "mirrors") return inMirror(form.mirrors[at], own, { rest, isKey: hints.isKey ?? false });
  return list === "registryHosts" ? inHost(form.registryHosts[at], own, rest) : own;
}

function entriesOf(form: DefinitionForm, section: unknown, name: unknown) {
  switch (section) {
    case "mirrors":
      return { list: "mirrors", places: placesOf(form.mirrors, (mirror) => mirror.name, name) } as const;
    case "configs":
      return {
        list: "registryHosts",
        places: placesOf(form.registryHosts, ({ host }) => host, name),
      } as const;
    case "auths":
      return { list: "auths", places: placesOf(form.auths, ({ host }) => host, name) } as const;
    default:
      return { list: "extras", places: placesOf(form.extras, ({ key }) => key, section) } as const;
  }
}

type MirrorRow = DefinitionForm["mirrors"][number];

function inMirror(
  mirror: MirrorRow | undefined,
  own: EditorPlace,
  { rest, isKey }: { rest: KeyPath; isKey: boolean },
): EditorPlace {
  const [key, which] = rest;
  if (key === "endpoint" && typeof which === "number" && mirror?.endpoints[which]) {
    return { field: `${own.field}.endpoints.${which}.url`, part: `${own.part}/endpoints/${which}` };
  }
  const rule = key === "rewrite" ? mirror?.rewrites.findIndex(({ pattern }) => pattern === which) : -1;
  if (rule !== undefined && rule >= 0) {
    const side = isKey ? "pattern" : "replacement";
    return { field: `${own.field}.rewrites.${rule}.${side}`, part: `${own.part}/rewrites/${rule}` };
  }
  // What is about all of them stands at the first.
  if (key === "endpoint" && mirror?.endpoints[0]) {
    return { field: `${own.field}.endpoints.0.url`, part: `${own.part}/endpoints` };
  }
  if (key === "rewrite" && mirror?.rewrites[0]) {
    return { field: `${own.field}.rewrites.0.pattern`, part: `${own.part}/rewrites` };
  }
  return inExtras(mirror?.extras, key, own) ?? { ...own, field: `${own.field}.name` };
}

function inHost(host: RegistryHostForm | undefined, own: EditorPlace, [block, key]: KeyPath): EditorPlace {
  const inner = { field: `${own.field}.${block}`, part: `${own.part}/${block}` };
  if (block === "auth") return inExtras(host?.auth.extras, key, inner) ?? inAuth(host, inner, key);
  if (block === "tls") return inExtras(host?.tls.extras, key, inner) ?? inTls(host, inner, key);
  return inExtras(host?.extras, block, own) ?? { ...own, field: `${own.field}.host` };
}

/** A stored login is one choice, whichever of its values is meant. */
function inAuth(host: RegistryHostForm | undefined, own: EditorPlace, key: unknown): EditorPlace {
  if (!isAuthField(key)) return { ...own, field: `${own.field}.credential` };
  const field = host?.auth.mode === "typed" ? `values.${key}.text` : "credential";
  return { field: `${own.field}.${field}`, part: `${own.part}/${key}` };
}

function inTls(host: RegistryHostForm | undefined, own: EditorPlace, key: unknown): EditorPlace {
  if (key === "insecure_skip_verify") return { field: `${own.field}.${key}`, part: `${own.part}/${key}` };
  const file = isTlsFile(key) ? key : "ca_file";
  const end = host?.tls[file].source === "path" ? "path" : "source";
  return { field: `${own.field}.${file}.${end}`, part: isTlsFile(key) ? `${own.part}/${key}` : own.part };
}

function inExtras(
  extras: readonly { key: string }[] | undefined,
  key: unknown,
  { field, part }: EditorPlace,
): EditorPlace | null {
  const at = extras?.findIndex((extra) => extra.key === key) ?? -1;
  return at === -1 ? null : { field: `${field}.extras.${at}`, part: `${part}/extras/${at}` };
}
