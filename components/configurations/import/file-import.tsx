"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { HandedFile } from "@/components/configurations/handed-over";
import { Skeleton } from "@/components/ui/skeleton";
import type { Format } from "@/lib/domain/formats/recognise";
import type { ReadFailure } from "@/lib/domain/registries/read-bytes";
import { readText } from "@/lib/domain/registries/read-bytes";
import type { KnownConfiguration } from "./destination";
import { FileOutlook } from "./file-outlook";
import { FormatChoice } from "./format-choice";
import { ImportRefusal } from "./import-refusal";
import { readSource, type SourceRead } from "./read-file";
import { SourceInput } from "./source-input";
import type { FileUnderstood, Source } from "./understand-file";
import { useUnderstood } from "./use-understood";

const nothing: Source = { name: "", text: "" };

type FileImportProps = {
  configurations: readonly KnownConfiguration[];
  /** A file that was dropped somewhere else than here. */
  given: HandedFile | null;
};

/** From a file at hand to a configuration: read it, say what it holds, and make it on request. */
export function FileImport({ configurations, given }: FileImportProps) {
  const [source, setSource] = useState(nothing);
  const [failure, setFailure] = useState<ReadFailure | null>(null);
  const read = useUnderstood(failure ? null : source);
  // While it is read again, the choices above it stay where they are.
  const [format, setFormat] = useState<Format | null>(null);
  if (read && read.format !== format) setFormat(read.format);

  function take(file: SourceRead) {
    setFailure(file.ok ? null : file.error);
    if (file.ok) setSource(file.value);
  }
  function type(text: string) {
    const isEmpty = text.trim() === "";
    const typed = isEmpty ? null : readText(text);
    // What was said of one text need not hold for the next.
    setSource((last) => ({ ...(isEmpty ? nothing : last), text }));
    setFailure(typed?.ok === false ? typed.error : null);
  }
  const takeLatest = useRef(take);
  useEffect(() => {
    if (given) takeLatest.current(readSource(given));
  }, [given]);

  const hasText = source.text.trim() !== "" && !failure;
  return (
    <>
      <SourceInput text={source.text} onText={type} onFile={(file) => take(readSource(file))} />
      {failure ? <ImportRefusal failure={failure} /> : null}
      {hasText && format ? (
        <FormatChoice
          format={source.as ?? format}
          onFormat={(as) => setSource((last) => ({ ...last, as }))}
          registry={source.registry ?? read?.registry ?? ""}
          onRegistry={(registry) => setSource((last) => ({ ...last, registry }))}
        />
      ) : null}
      {hasText ? <Outlook read={read} source={source} configurations={configurations} onText={type} /> : null}
    </>
  );
}

type OutlookProps = {
  read: FileUnderstood | null;
  source: Source;
  configurations: readonly KnownConfiguration[];
  onText: (text: string) => void;
};

function Outlook({ read, ...rest }: OutlookProps) {
  const t = useTranslations("import");
  if (read) return <FileOutlook read={read} {...rest} />;
  return (
    <div aria-busy="true">
      <p className="sr-only" role="status">
        {t("reading")}
      </p>
      <Skeleton className="h-24" />
    </div>
  );
}
