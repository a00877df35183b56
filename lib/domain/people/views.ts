import type { Role } from "./roles";

/** Somebody with an account, as administrators see them. Times are ISO texts. */
export type PersonView = {
  id: string;
  username: string;
  name: string;
  role: Role;
  disabled: boolean;
  /** The password is one that Pullpath made; its owner has not chosen one yet. */
  mustChangePassword: boolean;
  /** That password was not used in its time and lets nobody in any more. */
  oneTimePasswordOver: boolean;
  createdAt: string;
  lastLoginAt: string | null;
  /** Whether this is who reads. */
  own: boolean;
};

/** A password that is told once and then known to nobody but who read it. */
export type OneTimePassword = { id: string; username: string; oneTimePassword: string };
