import { can, type Permission, type Role } from "@/lib/domain/people/roles";

/** Reading a node's file reaches the node, and its logins and certificates end in definitions. */
export const nodeFileRights = [
  "definitions:write",
  "credentials:write",
  "nodes:write",
] as const satisfies readonly Permission[];

export const mayReadNodeFiles = (role: Role): boolean => nodeFileRights.every((right) => can(role, right));
