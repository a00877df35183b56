import { namedCertificatePath } from "./certificate-path";
import { Layout, type LineSpan } from "./layout";
import { type Place, renderExtras, renderHost, renderLegacyAuth } from "./render-host";
import type { Definition, Endpoint, Mirror, Rewrite, TlsFile } from "./schema";
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

/** Like `render`, with the lines each part takes up, by the same paths that `parse` gives positions for. */
export function renderLines(
  definition: Definition,
  context: RenderContext = namesOnly,
): { text: string; lines: ReadonlyMap<string, LineSpan> } {
  const layout = new Layout();
  renderDefinition(layout, definition, context);
  return { text: layout.toString(), lines: layout.spans };
}

function renderDefinition(layout: Layout, definition: Definition, context: RenderContext): void {
  const top: Place = { layout, context, depth: 0, path: "" };
  if (!hasSections(definition) && definition.extras.length === 0) {
    renderNothing(layout, definition);
    return;
  }
  layout.note(0, definition.note);
  for (const section of toSections(definition)) {
    if (section.entries === null && section.note === "") continue;
    layout.gap();
    layout.span(section.path, () => renderSection(top, section));
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
  readonly entries: readonly ((place: Place) => void)[] | null;
}

function toSections(definition: Definition): Section[] {
  const { mirrors, registryHosts, auths } = definition;
  const entries = {
    mirrors: mirrors?.map((mirror) => (place: Place) => renderMirror(place, mirror)) ?? null,
    configs: registryHosts?.map((host) => (place: Place) => renderHost(place, host)) ?? null,
    auths: auths?.map((auth) => (place: Place) => renderLegacyAuth(place, auth)) ?? null,
  };
  return sections.map(({ key, path, note }) => ({
    key,
    path,
    note: definition[note],
    entries: entries[key],
  }));
}

function renderSection(top: Place, { key, path, note, entries }: Section): void {
  const { layout } = top;
  layout.note(0, note);
  layout.pair(0, key, entries?.length === 0 ? "{}" : "");
  entries?.forEach((renderEntry, at) => {
    const place = { ...top, depth: 1, path: `${path}/${at}/` };
    layout.span(`${path}/${at}`, () => renderEntry(place));
  });
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
