import type { DecodedTls } from "../decode";
import type { FailureCode, Phrase } from "./explanation";
import type { PullHost } from "./hosts";

const isRelative = (path: string) => path !== "" && !path.startsWith("/");

/**
 * TLS files that cannot be there. containerd then fails the whole pull before it asks anybody (config/hosts.go,
 * tlsConfigFromHost): a missing half of a pair becomes the folder itself, and a relative path starts at the folder K3s
 * empties.
 */
function fileFault({ ca_file, cert_file, key_file }: DecodedTls): Phrase<FailureCode> | null {
  if ((cert_file === "") !== (key_file === "")) {
    const missing = cert_file === "" ? "cert_file" : "key_file";
    return { code: "tls-pair", params: { missing } };
  }
  const path = [ca_file, cert_file, key_file].find(isRelative);
  return path === undefined ? null : { code: "tls-relative", params: { path } };
}

export function findTlsFault(hosts: readonly PullHost[]): Phrase<FailureCode> | null {
  for (const { tls } of hosts) {
    const fault = tls && fileFault(tls);
    if (fault) return fault;
  }
  return null;
}
