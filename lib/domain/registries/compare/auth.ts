import { type AuthField, authFields } from "../fields";
import type { Auth, AuthValue } from "../schema";
import type { AuthValueKind, Detail } from "./change";
import { compareExtras } from "./extras";
import { isSame } from "./same";
import { changedVersions, type VersionPair } from "./versions";

export function compareAuth(before: Auth | null, after: Auth | null, versions: VersionPair): Detail[] {
  if (!before && !after) return [];
  if (!before) return [loginAdded(onlyCredential(after))];
  if (!after) return [{ code: "login-removed", params: {} }];
  const swapped = swappedCredential(before, after);
  const fields = authFields.filter((field) => !swapped || before[field]?.kind !== "secret");
  return [
    ...(swapped ? [{ code: "credential-replaced", params: swapped } as const] : []),
    ...fields.flatMap((field) => compareField(field, before[field], after[field])),
    ...compareVersions(before, after, versions),
    ...compareExtras(before.extras, after.extras, "auth"),
  ];
}

const loginAdded = (credential: string | undefined): Detail => ({
  code: "login-added",
  params: { kind: credential === undefined ? "typed" : "credential", credential: credential ?? "" },
});

function credentialsOf(auth: Auth | null): string[] {
  if (!auth) return [];
  const values = [...authFields.map((field) => auth[field]), ...auth.extras.map(({ value }) => value)];
  return [...new Set(values.flatMap((value) => (value?.kind === "secret" ? [value.slug] : [])))];
}

function onlyCredential(auth: Auth | null): string | undefined {
  const [slug, ...others] = credentialsOf(auth);
  return others.length === 0 ? slug : undefined;
}

/** One credential in place of another, in the same fields, is one change, however many fields it fills. */
function swappedCredential(before: Auth, after: Auth): { before: string; after: string } | null {
  const [old, now] = [onlyCredential(before), onlyCredential(after)];
  if (old === undefined || now === undefined || old === now) return null;
  const isStored = (auth: Auth, field: AuthField) => auth[field]?.kind === "secret";
  const stored = authFields.filter((field) => isStored(before, field));
  const alike = authFields.every((field) => isStored(before, field) === isStored(after, field));
  return stored.length > 0 && alike ? { before: old, after: now } : null;
}

function compareField(field: AuthField, before: AuthValue | null, after: AuthValue | null): Detail[] {
  if (isSame(before, after)) return [];
  if (!after) return [{ code: "auth-removed", params: { field } }];
  const told = { field, ...tell(field, after) };
  if (!before) return [{ code: "auth-set", params: told }];
  const old = tell(field, before);
  if (old.kind !== "shown" || told.kind !== "shown") return [{ code: "auth-replaced", params: told }];
  return [{ code: "username-changed", params: { before: old.value, after: told.value } }];
}

/** A user name is no secret; of all else only where it comes from is told. */
function tell(field: AuthField, value: AuthValue): { kind: AuthValueKind; value: string } {
  if (value.kind === "secret") return { kind: "credential", value: value.slug };
  if (value.text === "") return { kind: "empty", value: "" };
  return field === "username" ? { kind: "shown", value: value.text } : { kind: "hidden", value: "" };
}

function compareVersions(before: Auth, after: Auth, versions: VersionPair): Detail[] {
  const old = credentialsOf(before);
  const shared = credentialsOf(after).filter((slug) => old.includes(slug));
  return changedVersions(shared, versions, "credentials").map(({ slug, ...numbers }) => ({
    code: "credential-version",
    params: { credential: slug, ...numbers },
  }));
}
