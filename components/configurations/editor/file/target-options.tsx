"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Select } from "@/components/ui/select";
import { type EditorTarget, useTarget } from "../findings/target-context";
import { newestRelease, versionsOf } from "./versions";

const flags = { noDefault: "--disable-default-registry-endpoint", embedded: "--embedded-registry" };

/** Which node the files are shown for; the findings are judged for the same one. */
export function TargetOptions() {
  const t = useTranslations("editor");
  const id = useId();
  const { target, setTarget } = useTarget();
  const versions = versionsOf(target.distribution);
  const set = (change: Partial<EditorTarget>) => setTarget({ ...target, ...change });
  return (
    <fieldset className="min-w-0 space-y-2">
      <legend className="sr-only">{t("node")}</legend>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <label htmlFor={id} className="font-medium">
          {t("version")}
        </label>
        <Select
          id={id}
          className="w-64"
          value={target.version ?? versions[0] ?? ""}
          onChange={(event) => set({ version: event.target.value })}
          options={versions.map((version) => ({
            value: version,
            label: version.startsWith(`${newestRelease}+`) ? t("newestVersion", { version }) : version,
          }))}
        />
      </div>
      <Checkbox
        checked={target.disableDefaultRegistryEndpoint ?? false}
        onChange={(event) => set({ disableDefaultRegistryEndpoint: event.target.checked })}
        label={<Flag name={flags.noDefault} />}
      />
      <Checkbox
        checked={target.embeddedRegistry ?? false}
        onChange={(event) => set({ embeddedRegistry: event.target.checked })}
        label={<Flag name={flags.embedded} />}
      />
      <p className="text-muted text-sm">{t("nodeHint")}</p>
    </fieldset>
  );
}

const Flag = ({ name }: { name: string }) => (
  <code className="text-code [overflow-wrap:anywhere]">{name}</code>
);
