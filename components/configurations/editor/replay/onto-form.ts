import { fromForm, toForm } from "@/lib/domain/registries/form";
import { countChanges } from "@/lib/domain/registries/form-changes";
import type { DefinitionForm } from "@/lib/domain/registries/form-schema";
import type { Definition } from "@/lib/domain/registries/schema";
import { rebase } from "../document/rebase";

/** The form with this definition, and with what only a form knows, such as a login that was begun, where that fits. */
export function ontoForm(form: DefinitionForm, definition: Definition): DefinitionForm {
  const now = toForm(fromForm(form));
  const next = rebase(form, now, toForm(definition));
  return countChanges(fromForm(next), definition) === 0 ? next : toForm(definition);
}
