import { RangeSet } from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  EditorView,
  MatchDecorator,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from "@codemirror/view";

export type SecretLook = { text: string; known: boolean };
/** What a stored secret is called; without a slug it is one that was typed and is not stored yet. */
export type NameSecret = (slug: string | null, field: string) => SecretLook;

const secret = /\{\{secret:([a-z0-9-]+)\.([a-z_]+)\}\}|•••\d+•••/g;

const namespace = "http://www.w3.org/2000/svg";
const keyShape = "M15 7h.01M2 18v3h4v-2h2v-2h2l1.4-1.4a6.5 6.5 0 1 0-4-4z";

function keyIcon(): SVGElement {
  const icon = document.createElementNS(namespace, "svg");
  const attributes = {
    viewBox: "0 0 24 24",
    width: "12",
    height: "12",
    fill: "none",
    stroke: "currentColor",
  };
  for (const [name, value] of Object.entries(attributes)) icon.setAttribute(name, value);
  icon.setAttribute("stroke-width", "2");
  icon.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(namespace, "path");
  path.setAttribute("d", keyShape);
  icon.append(path);
  return icon;
}

class SecretChip extends WidgetType {
  private readonly written: string;
  private readonly look: SecretLook;

  constructor(written: string, look: SecretLook) {
    super();
    this.written = written;
    this.look = look;
  }

  override eq(other: SecretChip): boolean {
    return other.written === this.written;
  }

  /** A click puts the caret beside it. */
  override ignoreEvent(): boolean {
    return false;
  }

  toDOM(): HTMLElement {
    const chip = document.createElement("span");
    chip.className = this.look.known ? "cm-secret" : "cm-secret cm-secret-unknown";
    chip.dataset["written"] = this.written;
    chip.append(keyIcon(), this.look.text);
    return chip;
  }
}

/** Draws each reference to a secret as one thing that the caret jumps over; copied it is the reference again. */
export function secretChips(nameOf: NameSecret) {
  const matcher = new MatchDecorator({
    regexp: secret,
    decoration: ([written, slug, field]) => {
      const look = nameOf(slug ?? null, field ?? "");
      return Decoration.replace({ widget: new SecretChip(written, look) });
    },
  });
  return ViewPlugin.fromClass(
    class {
      chips: DecorationSet;
      constructor(view: EditorView) {
        this.chips = matcher.createDeco(view);
      }
      update(update: ViewUpdate) {
        this.chips = matcher.updateDeco(update, this.chips);
      }
    },
    {
      decorations: (plugin) => plugin.chips,
      provide: (plugin) => EditorView.atomicRanges.of((view) => view.plugin(plugin)?.chips ?? RangeSet.empty),
    },
  );
}
