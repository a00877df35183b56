import type { HostSettings } from "@/lib/domain/registries/checks/endpoint-facts";
import type { DefinitionForm } from "@/lib/domain/registries/form-schema";
import { type HostUses, indexHostUses, listHostSettings } from "./host-index";
import { share } from "./share";

/** What rows need to know of the rest of the document. A row is told only when its own part has changed. */
export class DocumentStore {
  uses: HostUses;
  settings: readonly HostSettings[];
  private readonly listeners = new Set<() => void>();

  constructor(form: DefinitionForm) {
    this.uses = indexHostUses(form);
    this.settings = listHostSettings(form);
  }

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  take(form: DefinitionForm): void {
    this.uses = share(this.uses, indexHostUses(form));
    this.settings = share(this.settings, listHostSettings(form));
    for (const tell of this.listeners) tell();
  }
}
