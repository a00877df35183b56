import type { Change } from "@/lib/domain/registries/compare/change";
import { compareDefinitions } from "@/lib/domain/registries/compare/compare";
import type { VersionPair } from "@/lib/domain/registries/compare/versions";
import { parse } from "@/lib/domain/registries/parse";
import {
  type Auth,
  type Definition,
  emptyDefinition,
  type RegistryHost,
} from "@/lib/domain/registries/schema";

export function definitionOf(yaml: string): Definition {
  const parsed = parse(yaml);
  if (!parsed.ok) throw new Error(`the test's own file cannot be read: ${yaml}`);
  return parsed.definition;
}

const subjectOf = ({ subject }: Change) =>
  subject.kind === "file" ? "file" : `${subject.kind} ${subject.name}`;

/** What differs, short: `mirror docker.io: endpoint-moved {"url":…}`. */
export const tell = (before: Definition, after: Definition, versions?: VersionPair): string[] =>
  compareDefinitions(before, after, versions).map((change) => {
    const params = Object.entries(change.params).map(([name, value]) => `${name}=${value}`);
    return [`${subjectOf(change)}:`, change.code, ...params].join(" ");
  });

export const tellTexts = (before: string, after: string): string[] =>
  tell(definitionOf(before), definitionOf(after));

export const text = (value: string) => ({ kind: "text", text: value }) as const;
export const secret = (slug: string) => ({ kind: "secret", slug }) as const;
export const define = (more: Partial<Definition>): Definition => ({ ...emptyDefinition, ...more });

export const host = (
  name: string,
  auth: Partial<Auth> | null,
  more: Partial<RegistryHost> = {},
): RegistryHost => ({
  host: name,
  note: "",
  auth: auth && { username: null, password: null, auth: null, identity_token: null, extras: [], ...auth },
  tls: null,
  extras: [],
  ...more,
});
