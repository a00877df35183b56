import type { Finding } from "@/lib/domain/registries/lint/lint";
import { type AuthField, type AuthValue, authFields, type Definition } from "@/lib/domain/registries/schema";
import type { StoredCredential } from "../editor-context";
import { standInPattern } from "./stand-ins";

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

/** Where each of them stands; the file names them in the order of the form. */
function placesOf(text: string, wanted: readonly Wanted[]) {
  const from = new Map<string, number>();
  return wanted.flatMap((each) => {
    const offset = text.indexOf(each.text, from.get(each.text) ?? 0);
    if (offset === -1) return [];
    from.set(each.text, offset + each.text.length);
    const line = text.slice(0, offset).split("\n").length;
    const column = offset - text.lastIndexOf("\n", offset - 1);
    return [{ each, start: { offset, line, column } }];
  });
}

/** References to what is not stored: only the page knows what is, the file alone does not tell. */
export const unknownReferences = (
  text: string,
  definition: Definition,
  credentials: readonly StoredCredential[],
): Finding[] =>
  placesOf(text, wantedBy(definition, credentials)).map(({ each, start }) => ({
    code: each.key,
    severity: "error",
    message: { catalogue: "findings", key: each.key },
    params: each.params,
    path: each.path,
    range: {
      start,
      end: {
        line: start.line,
        column: start.column + each.text.length,
        offset: start.offset + each.text.length,
      },
    },
    fixes: [],
  }));
