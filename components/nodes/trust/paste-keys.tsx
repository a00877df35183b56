"use client";
import { useTranslations } from "next-intl";
import { useDeferredValue, useId, useMemo } from "react";
import { Textarea } from "@/components/ui/textarea";
import { type Comparison, compareKey, readKnownKeys } from "@/lib/domain/nodes/known-keys";
import { PastedAuthorities } from "./pasted-authorities";
import type { TrustRow } from "./use-trust-all";

const sample = "10.0.4.21 ssh-ed25519 AAAA…";

export type Compared = ReadonlyMap<TrustRow, Comparison>;

/** How each offered key compares with what was pasted; undefined while nothing was. */
export function useCompared(rows: readonly TrustRow[], pasted: string): Compared | undefined {
  const settled = useDeferredValue(pasted);
  return useMemo(() => {
    if (settled.trim() === "") return undefined;
    const known = readKnownKeys(settled);
    return new Map(rows.flatMap((row) => (row.offer ? [[row, compareKey(known, row.offer)]] : [])));
  }, [rows, settled]);
}

export function PasteKeys({ pasted, onPaste }: { pasted: string; onPaste: (text: string) => void }) {
  const t = useTranslations("nodes.knownKeys");
  const id = useId();
  return (
    <div className="space-y-1.5">
      <label htmlFor={id} className="block font-medium">
        {t("paste")}
      </label>
      <Textarea
        id={id}
        mono
        rows={3}
        autoComplete="off"
        spellCheck={false}
        placeholder={sample}
        value={pasted}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onPaste(event.target.value)}
      />
      <p id={`${id}-hint`} className="text-muted text-sm">
        {t("pasteHint")}
      </p>
      <PastedAuthorities pasted={pasted} />
    </div>
  );
}

export function Compare({ comparison }: { comparison: Comparison }) {
  const t = useTranslations("nodes.knownKeys");
  if (comparison.verdict === "same") return <span className="block text-ok">{t("same")}</span>;
  if (comparison.verdict === "none") return <span className="block text-muted">{t("none")}</span>;
  if (comparison.verdict === "revoked") return <span className="block text-error">{t("revoked")}</span>;
  return (
    <span className="block text-error">
      {t("other")} <code className="text-code [overflow-wrap:anywhere]">{comparison.expected}</code>
    </span>
  );
}
