import type { Decoded, DecodedMirror } from "../decode";
import type { Target } from "../target";
import { isLocalhost } from "./endpoint";
import { joinPath } from "./go-text";

/** The registry K3s serves on each node from the images of all, as containerd is told of it. */
export type EmbeddedRegistry = { address: string; caFile: string; certFile: string; keyFile: string };

/** Null where it is off, or where the release has none. */
export function embeddedRegistry({
  embeddedRegistry: on,
  version,
  distribution,
  dataDir,
}: Target): EmbeddedRegistry | null {
  if (!on || version.family === "A") return null;
  const agent = joinPath(dataDir, "agent");
  const client = joinPath(agent, `client-${distribution}-controller`);
  return {
    address: `127.0.0.1:${distribution === "k3s" ? 6443 : 9345}`,
    caFile: joinPath(agent, "server-ca.crt"),
    certFile: `${client}.crt`,
    keyFile: `${client}.key`,
  };
}

/** Until March 2024 the wildcard was left out. */
export const sharesWildcard = ({ version }: Target) => version.family >= "D";

/**
 * Asks the embedded registry before all endpoints of every mirror but this machine's own (k3s pkg/spegel/spegel.go,
 * 06ea261, InjectMirror). What the file says of its address is replaced whole.
 */
export function injectEmbedded(decoded: Decoded, embedded: EmbeddedRegistry, wildcard = true): Decoded {
  const { address, caFile, certFile, keyFile } = embedded;
  const url = `https://${address}/v2`;
  const shared = (key: string) => !isLocalhost(key) && (wildcard || key !== "*");
  const mirrors = Object.entries(decoded.mirrors ?? {}).map(([key, mirror]): [string, DecodedMirror] => [
    key,
    shared(key) ? { ...mirror, endpoint: [url, ...(mirror.endpoint ?? [])] } : mirror,
  ]);
  const tls = { ca_file: caFile, cert_file: certFile, key_file: keyFile, insecure_skip_verify: false };
  return {
    ...decoded,
    mirrors: Object.fromEntries([
      ...mirrors.filter(([key]) => key !== address),
      [address, { endpoint: [url], rewrite: null }],
    ]),
    configs: Object.fromEntries([...Object.entries(decoded.configs ?? {}), [address, { auth: null, tls }]]),
  };
}
