"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { ChooseFile } from "@/components/configurations/choose-file";
import type { HandedFile } from "@/components/configurations/handed-over";
import { Textarea } from "@/components/ui/textarea";

type SourceInputProps = { text: string; onText: (text: string) => void; onFile: (file: HandedFile) => void };

/** Where the file comes from: pasted, chosen, or dropped anywhere on the page. */
export function SourceInput({ text, onText, onFile }: SourceInputProps) {
  const t = useTranslations("import");
  const id = useId();
  return (
    <div className="space-y-2">
      <div className="flex flex-wrap items-end justify-between gap-2">
        <label htmlFor={id} className="font-medium">
          {t("paste")}
        </label>
        <ChooseFile
          label={t("choose")}
          accept=".yaml,.yml,.json,.toml,.txt,.dockerconfigjson,text/plain,application/yaml"
          onFile={onFile}
        />
      </div>
      <Textarea
        id={id}
        mono
        rows={text === "" ? 8 : 12}
        value={text}
        autoComplete="off"
        aria-describedby={`${id}-hint`}
        onChange={(event) => onText(event.target.value)}
      />
      <p id={`${id}-hint`} className="text-muted text-sm">
        {t("pasteHint")}
      </p>
    </div>
  );
}
