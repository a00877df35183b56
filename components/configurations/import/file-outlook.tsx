"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { ConversionTable } from "./conversion-table";
import { Destination, type KnownConfiguration } from "./destination";
import { FormatFailure } from "./format-failure";
import { ImportSummary } from "./import-summary";
import { ParseError } from "./parse-error";
import { PlainSecretsWarning } from "./plain-secrets-warning";
import type { Good } from "./understand";
import type { FileUnderstood, Source } from "./understand-file";

type FileOutlookProps = {
  read: FileUnderstood;
  source: Source;
  configurations: readonly KnownConfiguration[];
  onText: (text: string) => void;
};

/** What the file says, or why it says nothing, and what can be done with it. */
export function FileOutlook({ read, source, ...rest }: FileOutlookProps) {
  const t = useTranslations("import");
  const { result } = read;
  if ("needs" in result) return <Banner kind="info">{t("registryNeeded")}</Banner>;
  if ("failure" in result) return <FormatFailure failure={result.failure} />;
  if (!result.ok) return <ParseError failure={result} text={source.text} />;
  return <Readable understood={result} source={source} {...rest} />;
}

type ReadableProps = Omit<FileOutlookProps, "read"> & { understood: Good };

function Readable({ understood, source, configurations, onText }: ReadableProps) {
  const [cleaned, setCleaned] = useState<{ from: Good; result: Good } | null>(null);
  const current = cleaned?.from === understood ? cleaned.result : understood;
  return (
    <>
      <PlainSecretsWarning
        plain={current.plain}
        onRemove={(what) => setCleaned({ from: understood, result: current.without(what) })}
      />
      {understood.rows.length > 0 ? <ConversionTable rows={understood.rows} /> : null}
      <ImportSummary understood={current} edit={{ text: source.text, onText }} />
      <Destination
        key={source.name}
        definition={current.definition}
        fileName={source.name}
        configurations={configurations}
      />
    </>
  );
}
