"use client";

import { useTranslations } from "next-intl";
import { endpointFacts, type HostSettings } from "@/lib/domain/registries/checks/endpoint-facts";
import { defaultEndpoint } from "@/lib/domain/registries/checks/endpoint-url";
import { EndpointFactsLine } from "./endpoint-facts-line";

type DefaultEndpointRowProps = { mirrorName: string; position: number; hosts: readonly HostSettings[] };

/** The registry itself, which containerd asks last unless the node forbids it; it cannot be moved. */
export function DefaultEndpointRow({ mirrorName, position, hosts }: DefaultEndpointRowProps) {
  const t = useTranslations("editor");
  const url = defaultEndpoint(mirrorName);
  return (
    <li className="rounded-md border border-control border-dashed py-2 pe-3">
      <div className="flex items-start gap-1">
        <span className="w-5 shrink-0" />
        <span aria-hidden="true" className="w-5 shrink-0 text-center text-muted tabular-nums">
          {position}
        </span>
        <div className="min-w-0">
          <p className="font-medium">{t("defaultEndpoint")}</p>
          <p className="text-muted text-sm">
            {t.rich("defaultEndpointHint", {
              flag: (text) => (
                <code className="inline-block max-w-full text-code [overflow-wrap:anywhere]">{text}</code>
              ),
            })}
          </p>
        </div>
      </div>
      {url === null ? null : <EndpointFactsLine facts={endpointFacts(url, hosts)} />}
    </li>
  );
}
