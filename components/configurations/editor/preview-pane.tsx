"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { YamlView } from "@/components/configurations/yaml-view";
import { buttonStyle } from "@/components/ui/button-style";
import { CopyButton } from "@/components/ui/copy-button";
import { apis } from "@/lib/domain/paths";
import { changedLines } from "./changed-lines";
import { DistributionSwitch } from "./distribution-switch";
import { ExportDialog } from "./export-dialog";
import { useLivePreview } from "./live-preview";

type PreviewPaneProps = {
  /** The saved configuration; none while it is new. */
  saved: { id: string; number: number } | null;
  mayExport: boolean;
};

const filePath = {
  k3s: "/etc/rancher/k3s/registries.yaml",
  rke2: "/etc/rancher/rke2/registries.yaml",
};

/** The file as it would be written, a moment behind the form. */
export function PreviewPane({ saved, mayExport }: PreviewPaneProps) {
  const t = useTranslations("editor");
  const { text, lines, baseText, focused, changes } = useLivePreview();
  const [distribution, setDistribution] = useState<keyof typeof filePath>("k3s");
  const changed = useMemo(() => changedLines(baseText, text), [baseText, text]);
  const span = focused === null ? undefined : lines.get(focused);
  const namesCertificates = text.includes("/etc/rancher/pullpath/tls/");
  return (
    <section aria-labelledby="preview-heading" className="flex min-h-0 flex-col gap-2">
      <header className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="preview-heading" className="font-semibold text-lg">
          {t("preview")}
        </h2>
        <DistributionSwitch value={distribution} onChange={setDistribution} />
      </header>
      {saved ? (
        <div className="flex flex-wrap items-center gap-2">
          <a href={apis.registriesYaml(saved.id)} download className={buttonStyle({ size: "sm" })}>
            <Download size={14} aria-hidden />
            {t("download", { number: saved.number })}
          </a>
          {mayExport ? <ExportDialog id={saved.id} number={saved.number} /> : null}
        </div>
      ) : null}
      <div className="flex min-h-0 flex-1 flex-col overflow-hidden rounded-lg border border-line bg-subtle">
        <div className="flex min-h-10 items-center justify-between gap-2 border-line border-b ps-3 pe-1.5">
          <code className="min-w-0 text-code text-muted [overflow-wrap:anywhere]">
            {filePath[distribution]}
          </code>
          <CopyButton text={text} label={t("copyFile")} />
        </div>
        <YamlView
          text={text}
          label={t("previewLabel")}
          marked={span}
          isChanged={(line) => changed.has(line)}
          className="min-h-40 flex-1 lg:min-h-0"
        />
      </div>
      {saved && changes > 0 ? (
        <p className="text-muted text-sm">{t("downloadIsSaved", { number: saved.number })}</p>
      ) : null}
      {namesCertificates ? <p className="text-muted text-sm">{t("certificatesTravel")}</p> : null}
    </section>
  );
}
