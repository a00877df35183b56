import type { DefinitionForm } from "@/lib/domain/registries/form-schema";
import type { Base } from "../use-save";

/**
 * Which revision each state of the history was made on. Going back behind a replay must go back to the older revision
 * too: saved on the newer one, that state would drop what the other author did, and nobody would be asked.
 */
export class Origins {
  private readonly bases = new WeakMap<DefinitionForm, Base>();

  of(state: DefinitionForm): Base | undefined {
    return this.bases.get(state);
  }

  mark(states: readonly DefinitionForm[], base: Base): void {
    for (const state of states) if (!this.bases.has(state)) this.bases.set(state, base);
  }

  /** What is made of a state stands where that one stood. */
  inherit(from: DefinitionForm, next: DefinitionForm): DefinitionForm {
    const base = this.bases.get(from);
    if (base && next !== from) this.bases.set(next, base);
    return next;
  }
}
