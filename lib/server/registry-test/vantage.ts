import "server-only";
import { X509Certificate } from "node:crypto";
import { pemBlocks } from "@/lib/domain/certificates/pem";
import type { Named } from "@/lib/domain/named";
import type { World } from "./world";

/** What a node has that this server has not. */
export type NodeSide = {
  node: Named;
  /** PEM at the paths that were asked for and are there; a key among it is secret. */
  files: ReadonlyMap<string, string>;
  /** The authorities its system trusts. */
  roots: readonly string[];
  /** The proxy settings of its service. */
  environment: Readonly<Record<string, string>>;
};

/** From where a registry is asked. */
export type Vantage = { world: World; side: NodeSide | null };

const isCertificate = (text: string) => {
  try {
    return new X509Certificate(text).serialNumber !== "";
  } catch {
    return false;
  }
};

/** The certificates of a file that can be read; like Go, what else stands there is passed over. */
export const readableCertificates = (pem: string): string[] =>
  pemBlocks(pem)
    .filter(({ label, text }) => label === "CERTIFICATE" && isCertificate(text))
    .map(({ text }) => text);
