"use client";

import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { Banner } from "@/components/ui/banner";
import type { LeftOut } from "@/lib/domain/node-files/leave-out";
import { withCertificates } from "@/lib/domain/node-files/tls-units";
import type { NodeFile } from "@/lib/domain/node-files/views";
import { Destination, type KnownConfiguration } from "../destination";
import { ImportSummary } from "../import-summary";
import { explain } from "../understand";
import { TlsTable } from "./tls-table";

type NodeOutlookProps = {
  file: Extract<NodeFile, { kind: "read" }>;
  nodeName: string;
  configurations: readonly KnownConfiguration[];
  into: string | undefined;
};

/** The same summary as for a file of one's own, with a choice for each TLS file that the node has. */
export function NodeOutlook({ file, nodeName, ...destination }: NodeOutlookProps) {
  const { definition, remarks, tls, hold, leftOut } = file;
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const understood = useMemo(() => {
    const slugs = tls.flatMap(({ id, take }) => (take && !kept.has(id) ? [[id, take.slug] as const] : []));
    return explain(withCertificates(definition, new Map(slugs)), remarks);
  }, [definition, remarks, tls, kept]);
  const origin = useMemo(() => ({ name: nodeName, nodeFile: hold }), [nodeName, hold]);
  return (
    <>
      <Read name={nodeName} path={file.path} leftOut={leftOut} />
      {tls.length > 0 ? <TlsTable tls={tls} kept={kept} onKept={setKept} /> : null}
      <ImportSummary understood={understood} />
      <Destination definition={understood.definition} fileName={nodeName} origin={origin} {...destination} />
    </>
  );
}

const kinds = ["notes", "urls", "entries", "keys"] as const;

/** That it was read and where, and what of it was left out since nothing would seal it. */
function Read({ name, path, leftOut }: { name: string; path: string; leftOut: LeftOut }) {
  const t = useTranslations("nodefile");
  const found = kinds.filter((kind) => leftOut[kind] > 0);
  return (
    <>
      <p role="status">{t("wasRead", { name, path })}</p>
      {found.length > 0 ? (
        <Banner kind="warn" title={t("leftOut.title")}>
          <ul className="list-disc space-y-0.5 ps-4">
            {found.map((kind) => (
              <li key={kind}>{t(`leftOut.${kind}`, { count: leftOut[kind] })}</li>
            ))}
          </ul>
          <p className="pt-1">{t("leftOut.text")}</p>
        </Banner>
      ) : null}
    </>
  );
}
