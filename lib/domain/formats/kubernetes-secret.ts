import { fail, ok, type Result } from "@/lib/domain/result";
import type { Conversion } from "./collector";
import { fromDockerConfig, fromDockerLogins } from "./docker-config";
import { fromBase64 } from "./logins";
import { ownTable, ownValue, type Path, readTable, type Values } from "./values";

export type SecretFailure = { code: "no-logins" } | { code: "not-base64" } | { code: "inner-json" };

const forms = [
  { key: ".dockerconfigjson", read: fromDockerConfig },
  { key: ".dockercfg", read: fromDockerLogins },
] as const;

/** A Secret of type kubernetes.io/dockerconfigjson or kubernetes.io/dockercfg: Docker's logins inside of base64. */
export function fromKubernetesSecret(secret: Values): Result<Conversion, SecretFailure> {
  for (const { key, read } of forms) {
    const found = innerText(secret, key);
    if (found === null) continue;
    if (found.text === null) return fail({ code: "not-base64" });
    const inner = readTable(found.text);
    return inner === null ? fail({ code: "inner-json" }) : ok(read(inner, found.path));
  }
  return fail({ code: "no-logins" });
}

/** What `stringData` says replaces `data`, as in the API server. */
function innerText(secret: Values, key: string): { text: string | null; path: Path } | null {
  const plain = ownValue(ownTable(secret, "stringData") ?? {}, key);
  if (typeof plain === "string") return { text: plain, path: ["stringData", key] };
  const encoded = ownValue(ownTable(secret, "data") ?? {}, key);
  return typeof encoded === "string" ? { text: fromBase64(encoded), path: ["data", key] } : null;
}
