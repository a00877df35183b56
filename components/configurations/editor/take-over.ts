import type { UseFormReturn } from "react-hook-form";
import { toForm } from "@/lib/domain/registries/form";
import type { Definition } from "@/lib/domain/registries/schema";
import type { EditorForm } from "./editor-form";

const differs = (one: unknown, other: unknown) => JSON.stringify(one) !== JSON.stringify(other);

/**
 * Brings the form to what the server stored: typed secrets have become references to credentials. Only the parts that
 * differ are set, so that open cards stay open and the focus stays where it is.
 */
export function takeOver(form: UseFormReturn<EditorForm>, definition: Definition) {
  const stored = toForm(definition);
  const shown = form.getValues("definition");
  for (const [index, host] of stored.registryHosts.entries()) {
    const own = shown.registryHosts[index];
    if (!own || differs(own.auth, host.auth))
      form.setValue(`definition.registryHosts.${index}.auth`, host.auth);
  }
  if (differs(shown.auths, stored.auths)) form.setValue("definition.auths", stored.auths);
  form.setValue("message", "");
}
