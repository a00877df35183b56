import { type Binding, bindRegistry } from "./bind";
import { composeYaml, type YamlDocument } from "./yaml/compose";
import { YamlFailure } from "./yaml/failure";
import { Input } from "./yaml/input";
import { Source } from "./yaml/source";

/** A text that K3s decodes. Whoever needs several answers about one text reads it once and asks them of this. */
export interface Readable {
  readonly ok: true;
  readonly text: string;
  readonly document: YamlDocument;
  readonly binding: Binding;
}

/** A text that K3s cannot decode: where yaml.v2 stops, or the values that do not fit their types. */
export interface Unreadable {
  readonly ok: false;
  readonly text: string;
  readonly document: YamlDocument | null;
  readonly failure: YamlFailure | null;
  readonly faults: Binding["faults"];
}

export type Reading = Readable | Unreadable;

/** Reads a text once for `decodeReading`, `parseReading` and `lintReading`. */
export function readText(text: string): Reading {
  let document: YamlDocument | null = null;
  try {
    document = composeYaml(text);
    const binding = bindRegistry(document.root);
    const { faults } = binding;
    if (faults.length === 0) return { ok: true, text, document, binding };
    return { ok: false, text, document, failure: null, faults };
  } catch (failure) {
    if (!(failure instanceof YamlFailure)) throw failure;
    return { ok: false, text, document, failure, faults: [] };
  }
}

export const sourceOf = ({ document, text }: Reading): Source =>
  document?.source ?? new Source(new Input(text));
