import type { Definition } from "./schema";

/** The top-level keys K3s reads, in the order they are written, and what holds them in a definition. */
export const sections = [
  { key: "mirrors", path: "mirrors", note: "mirrorsNote" },
  { key: "configs", path: "registryHosts", note: "registryHostsNote" },
  { key: "auths", path: "auths", note: "authsNote" },
] as const;

/** Whether any of these keys is written: a noted one is, even if it is null. */
export const hasSections = (definition: Definition) =>
  sections.some(({ path, note }) => definition[path] !== null || definition[note] !== "");
