"use client";
import { useEffect, useState } from "react";
import { type ApiError, apiRequest } from "@/lib/client/api";
import { toInspect } from "@/lib/domain/certificates/form";
import type { CertificateInspection } from "@/lib/domain/certificates/schema";
import { apis } from "@/lib/domain/paths";

export type Inspection =
  | { state: "empty" }
  | { state: "checking" }
  | { state: "fits"; found: CertificateInspection }
  | { state: "refused"; error: ApiError };

const pauseMs = 300;

type Pem = { certificate: string; key: string; keyPassphrase: string };

/** Asks the server about the certificate while it is entered, a moment after the last change. */
export function useInspection({ certificate, key, keyPassphrase }: Pem): Inspection {
  const [inspection, setInspection] = useState<Inspection>({ state: "empty" });
  useEffect(() => {
    if (certificate.trim() === "") return setInspection({ state: "empty" });
    setInspection({ state: "checking" });
    const control = new AbortController();
    const timer = setTimeout(async () => {
      const target = { path: apis.inspectCertificate(), signal: control.signal };
      const body = toInspect({ certificate, key, keyPassphrase });
      const result = await apiRequest<CertificateInspection>("POST", target, body);
      if (control.signal.aborted) return;
      setInspection(
        result.ok ? { state: "fits", found: result.value } : { state: "refused", error: result.error },
      );
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [certificate, key, keyPassphrase]);
  return inspection;
}
