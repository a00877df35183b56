import type { MergeConflict } from "@/lib/domain/formats/merge-definitions";
import { emptyDefinition } from "@/lib/domain/registries/fields";
import { hidden, maskSecrets } from "@/lib/domain/registries/mask";
import { render } from "@/lib/domain/registries/render";
import type { Definition } from "@/lib/domain/registries/schema";
import { liftSecrets } from "@/lib/domain/registries/secrets";
import { freeName } from "./understand";

/** One entry of a definition as it stands in the file, its login as a placeholder. */
export function entryText(definition: Definition, { section, name }: MergeConflict): string {
  const { mirrors, registryHosts, auths, extras } = definition;
  const one: Definition = {
    ...emptyDefinition,
    ...(section === "mirrors" && { mirrors: (mirrors ?? []).filter((each) => each.name === name) }),
    ...(section === "registryHosts" && {
      registryHosts: (registryHosts ?? []).filter((each) => each.host === name),
    }),
    ...(section === "auths" && { auths: (auths ?? []).filter((each) => each.host === name) }),
    ...(section === "extras" && { extras: extras.filter((each) => each.key === name) }),
  };
  return render(maskSecrets(liftSecrets(one, freeName()).definition, () => hidden));
}
