import "server-only";
import { fault, type TestFault, type TestParams } from "@/lib/domain/registry-test/result";
import { TookTooLong } from "./within";

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";

const codes: Record<string, TestFault["code"]> = {
  ECONNREFUSED: "refused",
  ECONNRESET: "reset",
  EPIPE: "reset",
  EHOSTUNREACH: "unreachable",
  ENETUNREACH: "unreachable",
  EADDRNOTAVAIL: "unreachable",
  ETIMEDOUT: "timeout",
  ENOTFOUND: "dns-missing",
  ENODATA: "dns-missing",
  EAI_AGAIN: "dns-failed",
  EAI_FAIL: "dns-failed",
  RESOLVER_MISSING: "resolver-missing",
  FORWARDING_FORBIDDEN: "forwarding-forbidden",
};

const keyErrors = /^ERR_OSSL_|^ERR_SSL_(?:KEY|NO_CERT|EE_KEY|CA_)|^ERR_CRYPTO_/;

/** OpenSSL's name of an error; null where it is none. */
function tlsFault(code: string, params: TestParams): TestFault | null {
  if (/WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST|RECORD_TOO|UNEXPECTED_MESSAGE/.test(code)) {
    return fault("not-tls", params);
  }
  if (/CERTIFICATE_REQUIRED|ALERT_BAD_CERTIFICATE|ALERT_UNKNOWN_CA/.test(code)) {
    return fault("client-certificate-needed", params);
  }
  if (keyErrors.test(code)) return fault("client-certificate-unusable", { ...params, reason: code });
  if (code.startsWith("ERR_SSL_")) {
    return fault("tls-refused", { ...params, reason: code.slice("ERR_SSL_".length) });
  }
  return null;
}

/**
 * What went wrong on the way, in a word. What stopped the whole test is thrown again. The text of an error is never
 * shown: it may quote what a server sent.
 */
export function connectionFault(error: unknown, params: TestParams): TestFault {
  if (error instanceof TookTooLong) return fault("timeout", { ...params, seconds: error.seconds });
  if (error instanceof DOMException) throw error;
  const code = codeOf(error);
  const known = codes[code];
  if (known === "timeout") return fault(known, { ...params, seconds: 0 });
  if (known) return fault(known, params);
  const tls = tlsFault(code, params);
  if (tls) return tls;
  if (code.startsWith("HPE_") || code === "ERR_HTTP_INVALID_HEADER_VALUE") {
    return fault("answer-unreadable", params);
  }
  if (code === "") throw error;
  return fault("connection-failed", { ...params, reason: code });
}
