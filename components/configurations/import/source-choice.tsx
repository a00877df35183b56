"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { RadioGroup } from "@/components/ui/radio-group";

const sourceKinds = ["file", "node"] as const;
export type SourceKind = (typeof sourceKinds)[number];

type SourceChoiceProps = { kind: SourceKind; onKind: (kind: SourceKind) => void };

/** Whether the file is at hand or on a node. */
export function SourceChoice({ kind, onKind }: SourceChoiceProps) {
  const t = useTranslations("nodefile.source");
  const id = useId();
  return (
    <div className="max-w-160">
      <RadioGroup
        name={`${id}-source`}
        legend={t("legend")}
        options={sourceKinds.map((value) => ({
          value,
          label: t(`${value}.label`),
          hint: t(`${value}.hint`),
        }))}
        value={kind}
        onChange={(value) => onKind(sourceKinds.find((each) => each === value) ?? "file")}
      />
    </div>
  );
}
