"use client";

import { FileUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ChangeEvent, useId, useRef } from "react";
import { readFile } from "@/components/configurations/file-drop";
import type { HandedFile } from "@/components/configurations/handed-over";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/textarea";

type SourceInputProps = { text: string; onText: (text: string) => void; onFile: (file: HandedFile) => void };

/** Where the file comes from: pasted, chosen, or dropped anywhere on the page. */
export function SourceInput({ text, onText, onFile }: SourceInputProps) {
  const t = useTranslations("import");
  const id = useId();
  const chooser = useRef<HTMLInputElement>(null);
  function choose(event: ChangeEvent<HTMLInputElement>) {
    const [file] = event.target.files ?? [];
    // The same file can be chosen again after it was changed.
    event.target.value = "";
    if (file) void readFile(file).then(onFile);
  }
  return (
    <div className="space-y-2">
      <div className="flex flex-wrap items-end justify-between gap-2">
        <label htmlFor={id} className="font-medium">
          {t("paste")}
        </label>
        <input
          ref={chooser}
          type="file"
          aria-label={t("choose")}
          accept=".yaml,.yml,.json,.toml,.txt,.dockerconfigjson,text/plain,application/yaml"
          className="sr-only"
          tabIndex={-1}
          onChange={choose}
        />
        <Button size="sm" icon={<FileUp size={14} aria-hidden />} onClick={() => chooser.current?.click()}>
          {t("choose")}
        </Button>
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
