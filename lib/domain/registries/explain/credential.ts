import type { Decoded, DecodedAuth } from "../decode";
import type { AttemptCredential } from "./explanation";

export const ownValue = <Value>(
  map: Readonly<Record<string, Value>> | null,
  key: string,
): Value | undefined => (map !== null && Object.hasOwn(map, key) ? map[key] : undefined);

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Whether `auth` holds `user:password`: anything else is an error at the moment it is asked for. */
function isPair(auth: string): boolean {
  const plain = auth.replace(/[\r\n]/g, "");
  return base64.test(plain) && atob(plain).includes(":");
}

/** What of an entry is used; the first that is set (containerd internal/cri/server/images, ParseAuth). */
export function credentialKind({ username, identitytoken, auth }: DecodedAuth) {
  if (username !== "") return "password";
  if (identitytoken !== "") return "identity-token";
  if (auth === "") return null;
  return isPair(auth) ? "auth" : "invalid";
}

/**
 * The credential for a 401: looked up by host and port of the URL that answered, exactly and never under `*`. With
 * credentials of the pod the file is not asked at all.
 */
export function containerdCredential(
  configs: Decoded["configs"],
  host: string,
  podCredentials: boolean,
): AttemptCredential | null {
  if (podCredentials) return { source: "pod" };
  const auth = ownValue(configs, host)?.auth;
  const kind = auth ? credentialKind(auth) : null;
  return kind && { source: "file", key: host, kind };
}
