"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Textarea } from "@/components/ui/textarea";

type PasteFieldProps = { text: string; isTooLarge: boolean; onChange: (text: string) => void };

/** A file of one's own. It may hold passwords, so it is neither sent nor kept. */
export function PasteField({ text, isTooLarge, onChange }: PasteFieldProps) {
  const t = useTranslations("simulator.source");
  const id = useId();
  return (
    <div className="space-y-1.5">
      <label htmlFor={id} className="block font-medium">
        {t("pasteLabel")}
      </label>
      <Textarea
        id={id}
        mono
        rows={text === "" ? 6 : 12}
        value={text}
        autoComplete="off"
        aria-invalid={isTooLarge}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-hint`} className={isTooLarge ? "text-error text-sm" : "text-muted text-sm"}>
        {t(isTooLarge ? "pasteTooLarge" : "pasteHint")}
      </p>
    </div>
  );
}
