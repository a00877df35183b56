import type { DefinitionForm } from "@/lib/domain/registries/form-schema";
import { pauseAfter } from "../document/pause-after";
import { rebase } from "../document/rebase";
import type { TextReading } from "./read-text";

export type Broken = { line: number };
/** Two ways to write the same file: as it was typed, and as it is kept. */
export type Formatted = { before: string; after: string };

export type PaneState = {
  /** Whether the pane shows a text of its own and not the rendered file. */
  own: boolean;
  /** That text as of the last pause; null while there is none. */
  draft: string | null;
  /** Where the text cannot be read, while the fields stand still. */
  broken: Broken | null;
  formatted: Formatted | null;
  /** Whether a text that cannot be read was left by a step back, and a step forth brings it again. */
  dropped: boolean;
};

export const restingPane: PaneState = {
  own: false,
  draft: null,
  broken: null,
  formatted: null,
  dropped: false,
};

/** What the text of the pane is read with and brought into. */
export type PaneLinks = {
  read: (text: string) => TextReading;
  /** As `read`, away from the page; null where the text is short enough to be read at once. */
  readLater: (text: string) => Promise<TextReading> | null;
  /** Edits of one label that follow each other closely are one step. */
  replace: (next: (now: DefinitionForm) => DefinitionForm, label: string) => void;
  compare: (typed: string) => Formatted | null;
  onChange: (state: PaneState) => void;
};

const pause = 150;
/** Milliseconds that a character adds to what it costs to show a text in the form, until that was measured. */
const costOfCharacter = 0.0005;
/** A person in the middle of a line breaks the text all the time; the fields need not blink for it. */
const patience = 250;

/**
 * Whose text the pane shows. From the first key on it is the person's, byte for byte, until they leave; what can be
 * read of it goes into the form at each pause.
 */
export class PaneStore {
  state = restingPane;
  text = "";
  /** The line that is to be shown as soon as the pane is there. */
  wanted: number | null = null;
  private links: PaneLinks | null = null;
  private before: DefinitionForm | null = null;
  /** The text that typing began with, until what the form shows for it is known. */
  private start: string | null = null;
  private readText = "";
  private session = 0;
  private cost: number | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private dropped: { text: string; from: string } | null = null;

  link(links: PaneLinks): void {
    this.links = links;
  }

  /** `last` is the text before this key. */
  type(text: string, last: string): void {
    if (!this.state.own) this.begin(last);
    this.text = text;
    this.dropped = null;
    const { own, formatted, dropped } = this.state;
    if (!own || formatted || dropped) this.set({ own: true, formatted: null, dropped: false });
    this.wait(pauseAfter(this.cost ?? text.length * costOfCharacter, pause), () => void this.rest());
  }

  /** Nothing is read yet: the first key of a long file would be held up by it. */
  private begin(text: string): void {
    this.readText = text;
    this.start = text;
    this.before = null;
  }

  private knowStart(reading: TextReading | undefined): void {
    this.start = null;
    this.before = reading?.ok ? reading.form : null;
  }

  private wait(time: number, then: () => void): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(then, time);
  }

  private async rest(): Promise<void> {
    const { text, start } = this;
    const startLater = start === null ? null : (this.links?.readLater(start) ?? null);
    const later = this.links?.readLater(text) ?? null;
    if (startLater) {
      const reading = await startLater;
      if (start === this.start) this.knowStart(reading);
    }
    const reading = later ? await later : this.links?.read(text);
    if (!reading || text !== this.text || !this.state.own) return;
    if (reading.ok) this.take(reading.form);
    else if (this.state.broken) this.fail(reading.line);
    else this.wait(patience, () => this.fail(reading.line));
  }

  private take(form: DefinitionForm): void {
    if (this.start !== null) this.knowStart(this.links?.read(this.start));
    const { before } = this;
    const began = performance.now();
    this.before = form;
    this.readText = this.text;
    this.links?.replace((now) => (before ? rebase(now, before, form) : form), `yaml ${this.session}`);
    this.set({ draft: this.text, broken: null });
    // Behind what the page does about it.
    setTimeout(() => {
      this.cost = performance.now() - began;
    });
  }

  private fail(line: number): void {
    this.set({ draft: this.text, broken: { line } });
  }

  /** Brings what was typed into the form at once; the text stays. */
  private settle(): void {
    clearTimeout(this.timer);
    if (!this.state.own || !this.links) return;
    if (this.text === this.readText) {
      if (this.state.broken) this.set({ draft: this.text, broken: null });
      return;
    }
    const reading = this.links.read(this.text);
    if (reading.ok) this.take(reading.form);
    else this.fail(reading.line);
  }

  /** Ends the text of its own where it can be read; false where it cannot, and then nothing is lost. */
  leave(): boolean {
    this.settle();
    if (this.state.broken) return false;
    if (!this.state.own) return true;
    const formatted = this.links?.compare(this.text) ?? null;
    this.end({ formatted });
    return true;
  }

  /** A whole text in place of this one, such as after a fix; a step of its own. */
  put(text: string): void {
    this.settle();
    this.session += 1;
    this.type(text, this.text);
    this.leave();
  }

  /** The step back from a text that cannot be read is to the last one that could. */
  drop(rendered: string): boolean {
    this.settle();
    if (!this.state.broken) return false;
    this.dropped = { text: this.text, from: rendered };
    this.end({ dropped: true });
    return true;
  }

  /** Takes that step forth again, unless something else was done since. */
  pickUp(rendered: string): boolean {
    if (this.dropped?.from !== rendered) return false;
    this.type(this.dropped.text, rendered);
    this.settle();
    return true;
  }

  /** No pane is on the page, so nobody types any more. */
  stop(): void {
    clearTimeout(this.timer);
  }

  forgetRemark(): void {
    this.set({ formatted: null });
  }

  private end(change: Partial<PaneState>): void {
    this.session += 1;
    this.start = null;
    this.before = null;
    this.set({ ...restingPane, ...change });
  }

  private set(change: Partial<PaneState>): void {
    this.state = { ...this.state, ...change };
    this.links?.onChange(this.state);
  }
}
