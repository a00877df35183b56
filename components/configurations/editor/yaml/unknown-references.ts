import { type AuthField, authFields } from "@/lib/domain/registries/fields";
import type { Finding } from "@/lib/domain/registries/lint/lint";
import type { AuthValue, Definition } from "@/lib/domain/registries/schema";
import type { StoredCredential } from "../editor-context";
import { standInPattern } from "./stand-ins";
import { placesInText } from "./text-places";

type Wanted = { text: string; path: readonly string[]; key: string; params: Record<string, string> };

const wantedBy = (definition: Definition, credentials: readonly StoredCredential[]): Wanted[] =>
  (definition.registryHosts ?? []).flatMap(({ host, auth }) =>
    authFields.flatMap((field) => {
      const missing = auth?.[field] ? missingAt(field, auth[field], credentials) : null;
      return missing ? [{ ...missing, path: ["configs", host, "auth", field] }] : [];
    }),
  );

function missingAt(
  field: AuthField,
  value: AuthValue,
  credentials: readonly StoredCredential[],
): Omit<Wanted, "path"> | null {
  if (value.kind === "text") {
    const unknown = field === "username" ? undefined : value.text.match(standInPattern)?.[0];
    return unknown === undefined ? null : { text: unknown, key: "unknown-stand-in", params: {} };
  }
  const text = `{{secret:${value.slug}.${field}}}`;
  const stored = credentials.find(({ slug }) => slug === value.slug);
  if (!stored) return { text, key: "unknown-credential", params: { name: value.slug } };
  if (stored.fields.includes(field)) return null;
  return { text, key: "unknown-secret-field", params: { name: stored.name, field } };
}

/** References to what is not stored: only the page knows what is, the file alone does not tell. */
export const unknownReferences = (
  text: string,
  definition: Definition,
  credentials: readonly StoredCredential[],
): Finding[] =>
  placesInText(text, wantedBy(definition, credentials)).map(({ each, range }) => ({
    code: each.key,
    severity: "error",
    message: { catalogue: "findings", key: each.key },
    params: each.params,
    path: each.path,
    range,
    fixes: [],
  }));
