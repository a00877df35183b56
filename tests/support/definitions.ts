import { emptyDefinition } from "@/lib/domain/registries/fields";
import { parse } from "@/lib/domain/registries/parse";
import type { Auth, Definition, Mirror, RegistryHost } from "@/lib/domain/registries/schema";

/** The definition a file holds, for tests whose file is surely readable. */
export function definitionOf(yaml: string): Definition {
  const parsed = parse(yaml);
  if (!parsed.ok) throw new Error(`the test's own file cannot be read: ${parsed.error}`);
  return parsed.definition;
}

export const mirror = (name: string, ...urls: string[]): Mirror => ({
  name,
  note: "",
  endpoints: urls.map((url) => ({ url, note: "" })),
  rewrites: null,
  extras: [],
});

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

export const text = (value: string) => ({ kind: "text", text: value }) as const;
export const secret = (slug: string) => ({ kind: "secret", slug }) as const;
export const define = (more: Partial<Definition>): Definition => ({ ...emptyDefinition, ...more });
