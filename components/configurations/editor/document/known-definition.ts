import { fromForm, fromMirrorForm } from "@/lib/domain/registries/form";
import { fromRegistryHostForm } from "@/lib/domain/registries/form-host";
import type { RegistryHostForm } from "@/lib/domain/registries/form-host-schema";
import type { DefinitionForm, MirrorForm } from "@/lib/domain/registries/form-schema";
import type { Definition, Mirror, RegistryHost } from "@/lib/domain/registries/schema";

/** What `make` makes of each thing once. The things must stay as they are. */
export function onceEach<From extends object, To>(make: (from: From) => To): (from: From) => To {
  const known = new WeakMap<From, To>();
  return (from) => {
    const found = known.get(from) ?? make(from);
    known.set(from, found);
    return found;
  };
}

const rows = {
  mirror: onceEach<MirrorForm, Mirror>(fromMirrorForm),
  host: onceEach<RegistryHostForm, RegistryHost>(fromRegistryHostForm),
};

/** The definition of a state of the document; entries that did not change are the same objects as before. */
export const definitionOf = (state: DefinitionForm): Definition => fromForm(state, rows);
