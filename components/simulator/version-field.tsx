"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { TextInput } from "@/components/ui/text-input";
import { parseVersion, type Target } from "@/lib/domain/registries/target";

type VersionFieldProps = {
  value: string;
  distribution: Target["distribution"];
  /** Whether the node tells its version, which holds where nothing is typed. */
  ofNode: boolean;
  onChange: (version: string | undefined) => void;
};

const examples = { k3s: "v1.33.4+k3s1", rke2: "v1.33.4+rke2r1" };

/** What is no version stays in the field, says so, and is not simulated. */
export function VersionField({ value, distribution, ofNode, onChange }: VersionFieldProps) {
  const t = useTranslations("simulator.node");
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? value;
  const isWrong = text !== "" && parseVersion(text) === null;
  const change = (version: string) => {
    const isKnown = parseVersion(version) !== null && version.length <= 100;
    setTyped(isKnown ? null : version);
    onChange(isKnown ? version : undefined);
  };
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block font-medium">
        {t("version")}
      </label>
      <TextInput
        id={id}
        mono
        value={text}
        autoComplete="off"
        placeholder={examples[distribution]}
        aria-invalid={isWrong}
        aria-describedby={`${id}-hint`}
        onChange={(event) => change(event.target.value)}
      />
      <p id={`${id}-hint`} className={`mt-1.5 text-sm ${isWrong ? "text-error" : "text-muted"}`}>
        {isWrong
          ? t("versionWrong", { example: examples[distribution] })
          : t(ofNode ? "versionOfNode" : "versionHint")}
      </p>
    </div>
  );
}
