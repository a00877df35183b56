"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId } from "react";
import { Button } from "@/components/ui/button";
import { isComposing } from "@/components/ui/keys";
import { TextInput } from "@/components/ui/text-input";
import type { ReferenceFault } from "@/lib/domain/registries/reference-fault";
import { ImageFault } from "./image-fault";

const digest = "sha256:82becede498899ec668628e7cb0ad87b6e1c371cb8a1e597d83a47fac21d6af3";
const tagged = ["nginx:1.27", "quay.io/prometheus/node-exporter:v1.8.2"];
const pinned = "alpine";

type ImageFieldProps = {
  value: string;
  /** The name that was judged, a moment behind the typing. */
  judged: string;
  fault: ReferenceFault | null;
  onChange: (image: string) => void;
  /** Simulates at once. */
  onSubmit: () => void;
};

export function ImageField({ value, judged, fault, onChange, onSubmit }: ImageFieldProps) {
  const t = useTranslations("simulator.image");
  const id = useId();
  const examples = [
    ...tagged.map((image) => ({ image, label: image })),
    { image: `${pinned}@${digest}`, label: t("digestExample", { name: pinned }) },
  ];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form className="space-y-2" onSubmit={submit} noValidate>
      <label htmlFor={id} className="block font-medium">
        {t("label")}
      </label>
      <div className="flex flex-wrap gap-2">
        <TextInput
          id={id}
          mono
          value={value}
          autoComplete="off"
          enterKeyHint="go"
          aria-invalid={fault !== null}
          aria-describedby={fault ? `${id}-fault` : `${id}-hint`}
          className="flex-1 basis-48"
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && isComposing(event)) event.preventDefault();
          }}
        />
        <Button type="submit" variant="primary">
          {t("simulate")}
        </Button>
      </div>
      {fault ? (
        <ImageFault id={`${id}-fault`} image={judged} fault={fault} />
      ) : (
        <p id={`${id}-hint`} className="text-muted text-sm">
          {t("hint")}
        </p>
      )}
      <ul aria-label={t("examples")} className="flex flex-wrap gap-2">
        {examples.map(({ image, label }) => (
          <li key={image} className="max-w-full">
            <Button size="sm" className="max-w-full shrink" onClick={() => onChange(image)}>
              <code translate="no" className="min-w-0 text-xs [overflow-wrap:anywhere]">
                {label}
              </code>
            </Button>
          </li>
        ))}
      </ul>
    </form>
  );
}
