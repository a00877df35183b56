import { registryHostOf } from "@/lib/domain/registries/checks/endpoint-url";
import { type AuthField, authFields, emptyDefinition } from "@/lib/domain/registries/fields";
import type { Auth, Definition, RegistryHost } from "@/lib/domain/registries/schema";
import { intoProject, mirrorAt } from "@/lib/domain/registries/templates/build";
import { isRegistry, toEndpoint, toRegistries } from "@/lib/domain/registries/templates/schema";

/** A project and the registries whose images it serves. */
export type HarborPick = { project: string; isPublic: boolean; registries: readonly string[] };

export type HarborSetup = {
  address: string;
  picks: readonly HarborPick[];
  /** The stored login the projects were read with, if one was, and the fields it has. */
  credential: { slug: string; fields: readonly string[] } | null;
  /** The stored certificate of Harbor's authority. */
  ca: string | null;
};

/** A registry that two projects would serve: containerd uses the first rewrite that fits, so one of them gets nothing. */
export function clashOf(picks: readonly HarborPick[]): { registry: string; projects: string[] } | null {
  for (const registry of new Set(picks.flatMap(({ registries }) => registries))) {
    const projects = picks.filter((pick) => pick.registries.includes(registry)).map(({ project }) => project);
    if (projects.length > 1) return { registry, projects };
  }
  return null;
}

const authOf = ({ slug, fields }: NonNullable<HarborSetup["credential"]>): Auth => {
  const value = (field: AuthField) => (fields.includes(field) ? ({ kind: "secret", slug } as const) : null);
  const [username, password, auth, identity_token] = authFields.map(value);
  return {
    username: username ?? null,
    password: password ?? null,
    auth: auth ?? null,
    identity_token: identity_token ?? null,
    extras: [],
  };
};

/** What nodes need besides the mirrors: a login where a project is private, and the authority of the certificate. */
function hostsOf({ address, picks, credential, ca }: HarborSetup): RegistryHost[] {
  const auth = credential && picks.some(({ isPublic }) => !isPublic) ? authOf(credential) : null;
  if (auth === null && ca === null) return [];
  const files = { cert_file: null, key_file: null, insecure_skip_verify: false, extras: [] };
  const tls = ca === null ? null : { ca_file: { kind: "certificate", slug: ca } as const, ...files };
  return [{ host: registryHostOf(toEndpoint(address)), note: "", auth, tls, extras: [] }];
}

/** The entries for chosen projects: a mirror for each registry they serve, and Harbor's own settings. */
export function buildHarbor(setup: HarborSetup): Definition {
  const endpoint = toEndpoint(setup.address);
  const mirrors = setup.picks.flatMap(({ project, registries }) =>
    registries.map((name) => mirrorAt(name, endpoint, intoProject(project))),
  );
  const hosts = hostsOf(setup);
  return { ...emptyDefinition, mirrors, registryHosts: hosts.length === 0 ? null : hosts };
}

/** What keeps a choice from being built: registries that are missing or none, as codes of `issues`. */
export type PickFault = "required" | "registry-name";

/** The registries somebody typed for a project, or what is wrong with them. */
export function readPick(text: string): { registries: string[] } | { fault: PickFault } {
  const registries = toRegistries(text);
  if (registries.length === 0) return { fault: "required" };
  return registries.every(isRegistry) ? { registries } : { fault: "registry-name" };
}
