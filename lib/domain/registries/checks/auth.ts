import type { AuthField } from "../fields";
import { type CheckFinding, finding } from "./finding";

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** `auth` is the base64 of `user:password` in the standard alphabet, with padding; nothing of the value is told on. */
function checkAuthValue(value: string): CheckFinding | null {
  if (/\p{Cc}/u.test(value)) return finding("control-char");
  if (value === "") return null;
  if (!base64.test(value)) return finding("auth-base64");
  return atob(value).includes(":") ? null : finding("auth-colon");
}

export function checkAuthText(field: AuthField, value: string): CheckFinding | null {
  if (field === "auth") return checkAuthValue(value);
  return /\p{Cc}/u.test(value) ? finding("control-char") : null;
}

/**
 * Which field of an auth block does nothing: containerd takes user name and password when there is a user name,
 * else the identity token, else `auth`.
 */
export function checkAuthFields(
  set: Readonly<Record<AuthField, boolean>>,
  field: AuthField,
): CheckFinding | null {
  if (!set[field]) return null;
  if (field === "username" && !set.password) return finding("auth-no-password");
  if (field === "password" && !set.username) return withoutUsername(set);
  if (field === "identity_token" && set.username) return finding("auth-ignored", { field, by: "username" });
  if (field !== "auth") return null;
  if (set.username) return finding("auth-ignored", { field, by: "username" });
  return set.identity_token ? finding("auth-ignored", { field, by: "identity_token" }) : null;
}

/** The identity token or `auth` still work without a user name, the password does not. */
function withoutUsername(set: Readonly<Record<AuthField, boolean>>): CheckFinding {
  if (set.identity_token) return finding("auth-ignored", { field: "password", by: "identity_token" });
  return set.auth ? finding("auth-ignored", { field: "password", by: "auth" }) : finding("auth-no-username");
}
