"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";

type Distribution = "k3s" | "rke2";
const names: Record<Distribution, string> = { k3s: "K3s", rke2: "RKE2" };

type DistributionSwitchProps = { value: Distribution; onChange: (value: Distribution) => void };

/** The file is the same for both; only its place on the node differs. */
export function DistributionSwitch({ value, onChange }: DistributionSwitchProps) {
  const t = useTranslations("editor");
  return (
    <fieldset className="flex rounded-md border border-line p-0.5">
      <legend className="sr-only">{t("distribution")}</legend>
      {(["k3s", "rke2"] as const).map((each) => (
        <label
          key={each}
          className={clsx(
            "flex min-h-6 items-center rounded-sm px-2.5 text-sm has-focus-visible:outline-2 has-focus-visible:outline-focus pointer-coarse:min-h-11",
            each === value ? "bg-inset font-medium text-fg" : "text-muted hover:text-fg",
          )}
        >
          <input
            type="radio"
            name="distribution"
            className="sr-only"
            checked={each === value}
            onChange={() => onChange(each)}
          />
          {names[each]}
        </label>
      ))}
    </fieldset>
  );
}
