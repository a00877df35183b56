import { can, type Permission, permissions, type Role } from "@/lib/domain/people/roles";

/** A token that could make accounts could outlive its own end. */
export type TokenScope = Exclude<Permission, "people:write">;

export const isTokenScope = (name: string): name is TokenScope =>
  name !== "people:write" && permissions.some((permission) => permission === name);

/** What a token can be made for, each the name of a permission. */
export const tokenScopes: readonly TokenScope[] = permissions.filter(isTokenScope);

/** What of it somebody with this role can hand on. */
export const scopesOf = (role: Role): TokenScope[] => tokenScopes.filter((scope) => can(role, scope));
