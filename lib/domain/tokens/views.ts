import type { TokenScope } from "./scopes";

export type TokenState = "active" | "expired" | "revoked";

/** A token as its owner and administrators see it. Times are ISO texts. */
export type TokenView = {
  id: string;
  name: string;
  scopes: TokenScope[];
  /** Scopes that have no effect: the role of the owner does not grant them any more. */
  withheld: TokenScope[];
  state: TokenState;
  owner: string;
  /** Whether it is one of who reads. */
  own: boolean;
  createdAt: string;
  expiresAt: string;
  lastUsedAt: string | null;
  revokedAt: string | null;
};

/** How a stored token stands: whatever is not active opens nothing, and never will again. */
export function tokenStateOf(row: { revokedAt: Date | null; expiresAt: Date }, now: Date): TokenState {
  if (row.revokedAt) return "revoked";
  return row.expiresAt <= now ? "expired" : "active";
}

export const hasEnded = ({ state }: Pick<TokenView, "state">): boolean => state !== "active";

/** A token as it is told once; what is kept of it does not lead back to it. */
export type MadeToken = { id: string; name: string; token: string; expiresAt: string };
