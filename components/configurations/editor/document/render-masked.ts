import type { TlsFile } from "@/lib/domain/registries/fields";
import type { LineSpans } from "@/lib/domain/registries/line-spans";
import { hidden, maskSecrets } from "@/lib/domain/registries/mask";
import { type RenderContext, render, renderLines } from "@/lib/domain/registries/render";
import type { Definition } from "@/lib/domain/registries/schema";
import type { StoredCertificate } from "../editor-context";

export type Rendered = { text: string; lines: LineSpans };

/** What stands for a secret where only characters of URLs may stand. */
const maskedPlainly = "********";

export const pathOf = ({ paths }: StoredCertificate, file: TlsFile) =>
  file === "key_file" ? paths.key : paths.crt;

export const contextFor = (certificates: readonly StoredCertificate[]): RenderContext => ({
  certificatePath: (slug, file) => {
    const chosen = certificates.find((each) => each.slug === slug);
    return (chosen && pathOf(chosen, file)) ?? `${slug}${file === "key_file" ? ".key" : ".crt"}`;
  },
});

/** The other way round: which stored certificate a path of the text stands for. */
export const certificateAt =
  (certificates: readonly StoredCertificate[]) =>
  (path: string, file: TlsFile): string | undefined =>
    certificates.find((each) => pathOf(each, file) === path)?.slug;

/** The file as it is shown. */
export const renderMasked = (definition: Definition, certificates: readonly StoredCertificate[]): Rendered =>
  renderLines(
    maskSecrets(definition, () => hidden),
    contextFor(certificates),
  );

/** The file as it is edited: `hide` names what was typed in secret. */
export const renderEditable = (
  definition: Definition,
  certificates: readonly StoredCertificate[],
  hide: (secret: string) => string,
): string => render(maskSecrets(definition, hide), contextFor(certificates));

/** The file as other programs can read it, without what was typed in secret. */
export const renderReadable = (definition: Definition, certificates: readonly StoredCertificate[]): string =>
  render(
    maskSecrets(definition, () => maskedPlainly),
    contextFor(certificates),
  );

/** The file with all that was typed, line for line the one that is shown. To be judged, never to be shown. */
export const renderPlain = (definition: Definition, certificates: readonly StoredCertificate[]): string =>
  render(definition, contextFor(certificates));
