import { emptyDefinition } from "@/lib/domain/registries/fields";
import { maskSecrets } from "@/lib/domain/registries/mask";
import { renderLines, type Written } from "@/lib/domain/registries/render";
import type { Definition, Mirror, RegistryHost } from "@/lib/domain/registries/schema";
import type { StoredCertificate } from "../editor-context";
import { onceEach } from "./known-definition";
import { contextFor, type Rendered } from "./render-masked";

type Mask = (definition: Definition) => Definition;

/** Masks entry by entry, each of them once. */
function maskEach(mask: Mask): Mask {
  const mirror = onceEach((one: Mirror) => mask({ ...emptyDefinition, mirrors: [one] }).mirrors?.[0] ?? one);
  const host = onceEach(
    (one: RegistryHost) => mask({ ...emptyDefinition, registryHosts: [one] }).registryHosts?.[0] ?? one,
  );
  return (definition) => ({
    ...mask({ ...definition, mirrors: null, registryHosts: null }),
    mirrors: definition.mirrors?.map(mirror) ?? null,
    registryHosts: definition.registryHosts?.map(host) ?? null,
  });
}

/**
 * Writes the file of one document at each pause of typing. Of thousands of entries one or two have changed by then, so
 * only those are masked and written anew. Definitions must come from `definitionOf`, whose entries stay as they are.
 */
export class FileWriter {
  private readonly mask: Mask;
  private readonly context: ReturnType<typeof contextFor>;
  private readonly written: Written = new WeakMap();
  private last: { definition: Definition; rendered: Rendered } | null = null;

  /** Without `hide` all that was typed is written. */
  constructor(certificates: readonly StoredCertificate[], hide?: (secret: string) => string) {
    this.context = contextFor(certificates);
    this.mask = hide ? maskEach((definition) => maskSecrets(definition, hide)) : (definition) => definition;
  }

  write(definition: Definition): Rendered {
    if (this.last?.definition !== definition) {
      const rendered = renderLines(this.mask(definition), this.context, this.written);
      this.last = { definition, rendered };
    }
    return this.last.rendered;
  }
}
