import { emptyDefinition } from "../fields";
import type { Definition, LegacyAuth, Mirror, RegistryHost } from "../schema";

/** A file that holds one place only, to show it in the words of the file. */
export const only = (more: Partial<Definition>): Definition => ({ ...emptyDefinition, ...more });

/** Entries that have nothing but their names yet. */
export const bareMirror: Omit<Mirror, "name"> = { note: "", endpoints: null, rewrites: null, extras: [] };
export const bareHost: Omit<RegistryHost, "host"> = { note: "", auth: null, tls: null, extras: [] };
export const bareAuth: Omit<LegacyAuth, "host"> = { note: "", auth: null };
