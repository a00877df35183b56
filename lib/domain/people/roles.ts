export const roles = ["viewer", "editor", "operator", "auditor", "admin"] as const;
export type Role = (typeof roles)[number];

/** What a use case asks for. Whoever is logged in may read definitions, nodes and pushes. */
export const permissions = [
  "read",
  "definitions:write",
  "credentials:write",
  "secrets:read",
  /** Have a registry asked; from a node it also takes `pushes:write` and `nodes:write`. */
  "registries:test",
  "nodes:write",
  "host-keys:replace",
  /** Say whose certificates vouch for the host keys of nodes. */
  "host-authorities:write",
  "pushes:write",
  "audit:read",
  "people:write",
] as const;
export type Permission = (typeof permissions)[number];

const granted: Record<Role, readonly Permission[]> = {
  viewer: ["read"],
  editor: ["read", "definitions:write", "credentials:write", "registries:test"],
  operator: ["read", "credentials:write", "registries:test", "nodes:write", "pushes:write"],
  auditor: ["read", "audit:read"],
  admin: permissions,
};

/** Whom to ask for what the own role cannot. */
export const rolesWith = (permission: Permission): Role[] => roles.filter((role) => can(role, permission));

/** Deny by default: only what the table grants. */
export const can = (role: Role, permission: Permission): boolean => granted[role].includes(permission);

/** The role that is stored; undefined for one that this version does not know, which grants nothing. */
export const readRole = (text: string | undefined): Role | undefined => roles.find((known) => known === text);

/** Whose rights are asked for: those of a role, and of a token no more of them than its scopes. */
export type Rights = { role: Role; token: { scopes: readonly Permission[] } | null };

/** The one place that decides what somebody who acts may do, at a browser or by a token. */
export const holds = ({ role, token }: Rights, permission: Permission): boolean =>
  can(role, permission) && (token === null || token.scopes.includes(permission));
