import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { searchKeymap } from "@codemirror/search";
import type { Extension } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { goToLine, plainCode, showFound } from "@/components/configurations/editor/yaml/code-base";
import { type Marked, problemKeys } from "@/components/configurations/editor/yaml/code-diagnostics";
import { smallestChanges } from "@/components/configurations/editor/yaml/smallest-changes";
import { tidyTemplate } from "@/lib/domain/containerd-template/text-faults";
import { tomlTemplate } from "./toml-mode";

type TemplateCodeOptions = {
  parent: HTMLElement;
  text: string;
  attributes: Record<string, string>;
  phrases: Record<string, string>;
  onType: (text: string) => void;
  /** A pasted text was not as K3s takes it, and was put right. */
  onTidied: () => void;
};

const size = EditorView.theme({ "&": { maxHeight: "32rem" }, ".cm-content": { minHeight: "9rem" } });

/** CodeMirror itself breaks lines at any kind of end, so what a paste held is seen before that. */
const tidyPastes = (onTidied: () => void) =>
  EditorView.clipboardInputFilter.of((text) => {
    const tidy = tidyTemplate(text);
    if (tidy !== text) onTidied();
    return tidy;
  });

function extensionsFor({ attributes, phrases, onType, onTidied }: TemplateCodeOptions): Extension[] {
  return [
    ...plainCode({ attributes: { ...attributes, tabindex: "0" }, phrases }),
    tomlTemplate,
    history(),
    keymap.of([...problemKeys, ...searchKeymap, ...historyKeymap, ...defaultKeymap]),
    size,
    tidyPastes(onTidied),
    EditorView.updateListener.of(({ docChanged, state }) => {
      if (docChanged) onType(state.doc.toString());
    }),
  ];
}

/** The editor of one template, with a history of its own. */
export class TemplateCode {
  readonly view: EditorView;

  constructor(options: TemplateCodeOptions) {
    const { parent, text } = options;
    this.view = new EditorView({ parent, doc: text, extensions: extensionsFor(options) });
  }

  /** A text that comes from elsewhere; the history takes it back too. */
  show(text: string): void {
    const changes = smallestChanges(this.view.state.doc.toString(), text);
    if (changes.length > 0) this.view.dispatch({ changes });
  }

  find(found: readonly Marked[]): void {
    showFound(this.view, found);
  }

  goToEnd(): void {
    this.view.focus();
    this.view.dispatch({ selection: { anchor: this.view.state.doc.length } });
  }

  goToLine(number: number): void {
    goToLine(this.view, number);
  }
}
