import type { Binding } from "../bind";
import type { Slot } from "../cell";
import { registryHostOf } from "../checks/endpoint-url";
import { type Reading, readText, sourceOf, type Unreadable } from "../reading";
import { type Family, type Target, toTarget } from "../target";
import type { YamlDocument } from "../yaml/compose";
import type { YamlNode } from "../yaml/node";
import type { Range, Source } from "../yaml/source";
import { type FieldCheck, type FieldChecks, runFieldChecks } from "./field-checks";
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
  private checked: FieldChecks | null = null;
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
    return this.checked.checks.get(code) ?? [];
  }

  /** Answers of field checks that were so many that they were only counted. */
  get dropped(): number {
    return this.checked?.dropped ?? 0;
  }

  /** Rewrites that no field check looked at. */
  get unjudged(): FieldChecks["unjudged"] {
    return this.checked?.unjudged ?? [];
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

/** A text that K3s cannot decode. */
export interface Undecodable extends Omit<Unreadable, "ok"> {
  readonly source: Source;
}

export type JudgedReading = { ok: true; context: LintContext } | { ok: false; broken: Undecodable };

export function toJudge(reading: Reading, target: Target = toTarget()): JudgedReading {
  return reading.ok
    ? { ok: true, context: new LintContext(reading.document, reading.binding, target) }
    : { ok: false, broken: { ...reading, source: sourceOf(reading) } };
}

export const readForLint = (text: string, target: Target | undefined): JudgedReading =>
  toJudge(readText(text), target);
