import { type Binding, bindRegistry } from "../bind";
import type { Slot } from "../cell";
import { registryHostOf } from "../checks/endpoint-url";
import { type Family, type Target, toTarget } from "../target";
import { composeYaml, type YamlDocument } from "../yaml/compose";
import { YamlFailure } from "../yaml/failure";
import { Input } from "../yaml/input";
import type { YamlNode } from "../yaml/node";
import { type Range, Source } from "../yaml/source";
import { type FieldCheck, runFieldChecks } from "./field-checks";
import { type HostView, type MirrorView, type View, Viewer } from "./view";

/** Hosts of a mirror's endpoints. */
export const hostsOf = ({ endpoints }: MirrorView): string[] =>
  endpoints.filter(({ text }) => text.trim() !== "").map(({ text }) => registryHostOf(text));

/** A file that K3s can decode, in all the views its rules need. */
export class LintContext {
  readonly text: string;
  readonly document: YamlDocument;
  readonly binding: Binding;
  readonly view: View;
  readonly target: Target;
  readonly mirrors: ReadonlyMap<string, MirrorView>;
  readonly hosts: ReadonlyMap<string, HostView>;
  private checked: Map<string, FieldCheck[]> | null = null;
  private named: Set<string> | null = null;

  constructor(document: YamlDocument, binding: Binding, target: Target) {
    this.text = document.source.text;
    this.document = document;
    this.binding = binding;
    this.target = target;
    this.view = new Viewer(document.source).read(binding.cell);
    this.mirrors = new Map(this.view.mirrors.map((mirror) => [mirror.name, mirror]));
    this.hosts = new Map(this.view.hosts.map((host) => [host.host, host]));
  }

  get source(): Source {
    return this.document.source;
  }

  /** Answers of the field checks for one code, all made at the first question. */
  checks(code: string): readonly FieldCheck[] {
    this.checked ??= runFieldChecks(this);
    return this.checked.get(code) ?? [];
  }

  /** Hosts that endpoints name, as keys of `configs`, in the order of the text. */
  get endpointHosts(): ReadonlySet<string> {
    this.named ??= new Set(this.view.mirrors.flatMap(hostsOf));
    return this.named;
  }

  get family(): Family {
    return this.target.version.family;
  }

  range(node: YamlNode): Range {
    return this.source.range(node.start, node.end);
  }

  keyRange(slot: Slot): Range {
    return this.range(slot.key ?? slot.node);
  }

  /** The start of the text, for what a file lacks. */
  get start(): Range {
    const first = this.source.positionAt(0);
    return { start: first, end: first };
  }
}

/** A text that K3s cannot decode: where yaml.v2 stops, or the values that do not fit their types. */
export interface Undecodable {
  readonly text: string;
  readonly source: Source;
  readonly document: YamlDocument | null;
  readonly failure: YamlFailure | null;
  readonly faults: Binding["faults"];
}

export type Reading = { ok: true; context: LintContext } | { ok: false; broken: Undecodable };

export function readForLint(text: string, target: Target | undefined): Reading {
  let document: YamlDocument | null = null;
  try {
    document = composeYaml(text);
    const binding = bindRegistry(document.root);
    if (binding.faults.length === 0) {
      return { ok: true, context: new LintContext(document, binding, target ?? toTarget()) };
    }
    const { faults } = binding;
    return { ok: false, broken: { text, source: document.source, document, failure: null, faults } };
  } catch (failure) {
    if (!(failure instanceof YamlFailure)) throw failure;
    const source = document?.source ?? new Source(new Input(text));
    return { ok: false, broken: { text, source, document, failure, faults: [] } };
  }
}
