import { namedCertificatePath } from "./certificate-path";
import type { TlsFile } from "./fields";
import { Layout } from "./layout";
import type { LineSpans, Piece } from "./line-spans";
import { type Place, renderExtras, renderHost, renderLegacyAuth } from "./render-host";
import type { Definition, Endpoint, Mirror, Rewrite } from "./schema";
import { hasSections, sections } from "./sections";
import { quote } from "./yaml/quote";

/** What a definition only names. Without `secret`, or where it knows none, a secret is written as its placeholder. */
export interface RenderContext {
  /** Where the stored certificate stands on the node; by default a path that only stands for its name. */
  certificatePath(slug: string, file: TlsFile): string;
  secret?(slug: string, field: string): string | undefined;
}

const namesOnly: RenderContext = { certificatePath: namedCertificatePath };

/** The `registries.yaml` of a definition, in the one canonical layout. */
export const render = (definition: Definition, context: RenderContext = namesOnly): string =>
  renderLines(definition, context).text;

/** Entries as they were written in one context, for definitions whose entries stay as they are while nothing changes. */
export type Written = WeakMap<object, Piece>;

/** Like `render`, with the lines each part takes up, by the same paths that `parse` gives positions for. */
export function renderLines(
  definition: Definition,
  context: RenderContext = namesOnly,
  written?: Written,
): { text: string; lines: LineSpans } {
  const layout = new Layout();
  renderDefinition({ layout, context, depth: 0, path: "" }, definition, written);
  return { text: layout.toString(), lines: layout.spans };
}

function renderDefinition(top: Place, definition: Definition, written: Written | undefined): void {
  const { layout } = top;
  if (!hasSections(definition) && definition.extras.length === 0) {
    renderNothing(layout, definition);
    return;
  }
  layout.note(0, definition.note);
  for (const section of toSections(definition)) {
    if (section.entries === null && section.note === "") continue;
    layout.gap();
    layout.span(section.path, () => renderSection(top, section, written));
  }
  if (definition.extras.length > 0) layout.gap();
  renderExtras(top, definition.extras);
  if (definition.endNote === "") return;
  layout.gap();
  layout.note(0, definition.endNote);
}

/** A file of notes alone, or one empty section for a start. */
function renderNothing(layout: Layout, { note, endNote }: Definition): void {
  const notes = [note, endNote].filter((text) => text !== "");
  if (notes.length > 0) layout.note(0, notes.join("\n\n"));
  else layout.span("mirrors", () => layout.pair(0, "mirrors"));
}

interface Section {
  readonly key: string;
  readonly path: string;
  readonly note: string;
  /** How to write each entry; null where the file has no such key. */
  readonly entries: readonly Entry[] | null;
}

interface Entry {
  readonly of: object;
  write(place: Place): void;
}

function toSections(definition: Definition): Section[] {
  const { mirrors, registryHosts, auths } = definition;
  const entries = {
    mirrors: mirrors?.map((of) => ({ of, write: (place: Place) => renderMirror(place, of) })) ?? null,
    configs: registryHosts?.map((of) => ({ of, write: (place: Place) => renderHost(place, of) })) ?? null,
    auths: auths?.map((of) => ({ of, write: (place: Place) => renderLegacyAuth(place, of) })) ?? null,
  };
  return sections.map(({ key, path, note }) => ({
    key,
    path,
    note: definition[note],
    entries: entries[key],
  }));
}

function renderSection(
  top: Place,
  { key, path, note, entries }: Section,
  written: Written | undefined,
): void {
  const { layout } = top;
  layout.note(0, note);
  layout.pair(0, key, entries?.length === 0 ? "{}" : "");
  entries?.forEach((entry, at) => {
    layout.span(`${path}/${at}`, () =>
      renderEntry({ ...top, depth: 1, path: `${path}/${at}` }, entry, written),
    );
  });
}

/** `place.path` is that of the entry itself. */
function renderEntry(place: Place, { of, write }: Entry, written: Written | undefined): void {
  const { layout, path } = place;
  if (!written) {
    write({ ...place, path: `${path}/` });
    return;
  }
  const piece = written.get(of) ?? renderPiece(place, write);
  written.set(of, piece);
  layout.paste(path, piece);
}

function renderPiece(place: Place, write: Entry["write"]): Piece {
  const layout = new Layout();
  write({ ...place, layout, path: "" });
  return layout.toPiece();
}

function renderMirror(place: Place, { name, note, endpoints, rewrites, extras }: Mirror): void {
  const { layout, depth } = place;
  layout.note(depth, note);
  layout.pair(depth, quote(name));
  const inside = { ...place, depth: depth + 1 };
  if (endpoints !== null) renderEndpoints(inside, endpoints);
  if (rewrites !== null) renderRewrites(inside, rewrites);
  renderExtras(inside, extras);
}

function renderEndpoints({ layout, depth, path }: Place, endpoints: readonly Endpoint[]): void {
  layout.span(`${path}endpoints`, () => {
    layout.pair(depth, "endpoint", endpoints.length === 0 ? "[]" : "");
    endpoints.forEach(({ url, note }, at) => {
      layout.span(`${path}endpoints/${at}`, () => {
        layout.note(depth + 1, note);
        layout.item(depth + 1, quote(url));
      });
    });
  });
}

function renderRewrites({ layout, depth, path }: Place, rewrites: readonly Rewrite[]): void {
  layout.span(`${path}rewrites`, () => {
    layout.pair(depth, "rewrite", rewrites.length === 0 ? "{}" : "");
    rewrites.forEach(({ pattern, replacement, note }, at) => {
      layout.span(`${path}rewrites/${at}`, () => {
        layout.note(depth + 1, note);
        layout.pair(depth + 1, quote(pattern), quote(replacement));
      });
    });
  });
}
