import { fromByteText } from "@/lib/domain/registries/containerd/go-text";
import type { DecodedAuth } from "@/lib/domain/registries/decode";
import { credentialKind } from "@/lib/domain/registries/explain/credential";

/** What a registry is shown. All of it but the name is secret. */
export type Login =
  | { kind: "password"; username: string; password: string }
  | { kind: "identity-token"; token: string };

/** A pair, split at the first colon; containerd drops zero bytes around the password (ParseAuth, v2.1.4). */
function readPair(auth: string): Login {
  const pair = fromByteText(atob(auth.replace(/[\r\n]/g, "")));
  const colon = pair.indexOf(":");
  const password = pair.slice(colon + 1).replace(/^\0+|\0+$/g, "");
  return { kind: "password", username: pair.slice(0, colon), password };
}

/** What containerd makes of an entry's login; null for none, `unusable` where it would fail to read it. */
export function loginOf(auth: DecodedAuth): Login | "unusable" | null {
  const kind = credentialKind(auth);
  switch (kind) {
    case null:
      return null;
    case "invalid":
      return "unusable";
    case "password":
      return { kind, username: auth.username, password: auth.password };
    case "identity-token":
      return { kind, token: auth.identitytoken };
    case "auth":
      return readPair(auth.auth);
  }
}
