"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { type Format, formats } from "@/lib/domain/formats/recognise";

type FormatChoiceProps = {
  format: Format;
  onFormat: (format: Format) => void;
  /** The registry a hosts.toml is for. */
  registry: string;
  onRegistry: (registry: string) => void;
};

/** What the file was taken for, to be corrected where that is wrong. */
export function FormatChoice({ format, onFormat, registry, onRegistry }: FormatChoiceProps) {
  const t = useTranslations("import");
  const id = useId();
  return (
    <div className="grid max-w-160 gap-4 sm:grid-cols-2">
      <div className="space-y-1.5">
        <label htmlFor={id} className="block font-medium">
          {t("readAs")}
        </label>
        <Select
          id={id}
          value={format}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => {
            const chosen = formats.find((each) => each === target.value);
            if (chosen) onFormat(chosen);
          }}
          options={formats.map((value) => ({ value, label: t(`formats.${value}`) }))}
        />
        <p id={`${id}-hint`} className="text-muted text-sm">
          {t("readAsHint")}
        </p>
      </div>
      {format === "hosts-toml" ? (
        <div className="space-y-1.5">
          <label htmlFor={`${id}-registry`} className="block font-medium">
            {t("registry")}
          </label>
          <TextInput
            id={`${id}-registry`}
            mono
            value={registry}
            placeholder="docker.io"
            autoComplete="off"
            aria-describedby={`${id}-registry-hint`}
            onChange={({ target }) => onRegistry(target.value)}
          />
          <p id={`${id}-registry-hint`} className="text-muted text-sm">
            {t("registryHint")}
          </p>
        </div>
      ) : null}
    </div>
  );
}
