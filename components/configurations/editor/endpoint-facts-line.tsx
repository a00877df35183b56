"use client";

import { useTranslations } from "next-intl";
import type { EndpointFacts } from "@/lib/domain/registries/checks/endpoint-facts";

/** What containerd makes of an endpoint: the address, and which entries give it TLS settings and a login. */
export function EndpointFactsLine({ facts }: { facts: EndpointFacts }) {
  const t = useTranslations("editor");
  return (
    <p className="flex flex-wrap gap-x-3 ps-12 pt-1 text-faint text-sm">
      <span className="min-w-0 basis-full [overflow-wrap:anywhere]">
        {t.rich("asks", { url: facts.url, code: (text) => <code className="text-code">{text}</code> })}
      </span>
      <span>{facts.tls === null ? t("tlsDefault") : t("tlsFrom", { host: facts.tls })}</span>
      <span>{facts.auth === null ? t("anonymous") : t("authFrom", { host: facts.auth })}</span>
    </p>
  );
}
