import type { FieldPath } from "react-hook-form";
import { authFields } from "@/lib/domain/registries/fields";
import type { EditorForm } from "./editor-schema";

const authValue = new RegExp(
  `^definition\\.registryHosts\\.(\\d+)\\.auth\\.(${authFields.join("|")})(\\.|$)`,
);
const tlsFile = /^definition\.registryHosts\.\d+\.tls\.\w+_file/;

/** The field that shows what the server refused: the form keeps credentials and TLS files a level deeper. */
export function fieldOfIssue(
  path: readonly (string | number)[],
  values: EditorForm,
): FieldPath<EditorForm> | undefined {
  const place = path.join(".");
  const auth = authValue.exec(place);
  if (auth) {
    const index = Number(auth[1]);
    const stored = values.definition.registryHosts[index]?.auth.mode === "stored";
    const part = stored ? "credential" : `values.${auth[2]}.text`;
    return `definition.registryHosts.${index}.auth.${part}` as FieldPath<EditorForm>;
  }
  const tls = tlsFile.exec(place);
  if (tls) return `${tls[0]}.source` as FieldPath<EditorForm>;
  return /^(name|message|definition\..+)$/.test(place) ? (place as FieldPath<EditorForm>) : undefined;
}
