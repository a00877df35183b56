"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { FileDrop } from "@/components/configurations/file-drop";
import { takeHandedOver } from "@/components/configurations/handed-over";
import { Skeleton } from "@/components/ui/skeleton";
import { CreateForm } from "./create-form";
import { ImportRefusal } from "./import-refusal";
import { ImportSummary } from "./import-summary";
import { ParseError } from "./parse-error";
import { PlainSecretsWarning } from "./plain-secrets-warning";
import type { ReadFailure } from "./read-bytes";
import { readText } from "./read-bytes";
import { type ImportSource, readSource, type SourceRead } from "./read-file";
import { SourceInput } from "./source-input";
import type { Understood } from "./understand";
import { useUnderstood } from "./use-understood";

const nothing: ImportSource = { name: "", text: "" };

/** From a file to a configuration: read it, say what it holds, and make it on request. */
export function ImportPage() {
  const t = useTranslations("import");
  const [source, setSource] = useState(nothing);
  const [failure, setFailure] = useState<ReadFailure | null>(null);
  const read = useUnderstood(failure ? "" : source.text);
  const [cleaned, setCleaned] = useState<{ from: Understood; result: Understood } | null>(null);
  const understood = read && cleaned?.from === read ? cleaned.result : read;

  function take(read: SourceRead) {
    setFailure(read.ok ? null : read.error);
    if (read.ok) setSource(read.value);
  }
  function type(text: string) {
    setSource((last) => ({ ...last, text }));
    const read = text.trim() === "" ? null : readText(text);
    setFailure(read && !read.ok ? read.error : null);
  }
  useEffect(() => {
    const handed = takeHandedOver();
    if (!handed) return;
    const read = readSource(handed);
    setFailure(read.ok ? null : read.error);
    if (read.ok) setSource(read.value);
  }, []);

  const hasText = source.text.trim() !== "" && !failure;
  return (
    <div className="space-y-6">
      <FileDrop onFile={(file) => take(readSource(file))} />
      <SourceInput text={source.text} onText={type} onFile={(file) => take(readSource(file))} />
      {failure ? <ImportRefusal failure={failure} /> : null}
      {hasText && understood === null ? (
        <div aria-busy="true">
          <p className="sr-only" role="status">
            {t("reading")}
          </p>
          <Skeleton className="h-24" />
        </div>
      ) : null}
      {hasText && understood?.ok === false ? <ParseError failure={understood} text={source.text} /> : null}
      {hasText && understood?.ok ? (
        <>
          <PlainSecretsWarning
            plain={understood.plain}
            onRemove={(what) => read && setCleaned({ from: read, result: understood.without(what) })}
          />
          <ImportSummary understood={understood} />
          <CreateForm key={source.name} definition={understood.definition} fileName={source.name} />
        </>
      ) : null}
    </div>
  );
}
