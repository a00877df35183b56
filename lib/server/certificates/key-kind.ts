import "server-only";
import type { KeyObject } from "node:crypto";

const curves: Record<string, string> = {
  prime256v1: "P-256",
  secp384r1: "P-384",
  secp521r1: "P-521",
  secp224r1: "P-224",
};

/** Kind and size as people know them: `RSA 2048`, `EC P-256`, `Ed25519`. */
export const describeKey = (key: KeyObject): string => {
  const { modulusLength, namedCurve } = key.asymmetricKeyDetails ?? {};
  switch (key.asymmetricKeyType) {
    case "rsa":
      return `RSA ${modulusLength ?? ""}`.trim();
    case "ec":
      return `EC ${curves[namedCurve ?? ""] ?? namedCurve ?? ""}`.trim();
    case "ed25519":
      return "Ed25519";
    case undefined:
      return "?";
    default:
      return key.asymmetricKeyType.toUpperCase();
  }
};

/** The keys that Go's TLS reads from a file (crypto/tls parsePrivateKey and crypto/x509 namedCurveFromOID, go1.24). */
export const isUsableKey = (key: KeyObject): boolean => {
  if (key.asymmetricKeyType === "ec") return (key.asymmetricKeyDetails?.namedCurve ?? "") in curves;
  return key.asymmetricKeyType === "rsa" || key.asymmetricKeyType === "ed25519";
};
