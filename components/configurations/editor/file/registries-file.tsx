"use client";

import { Download, WrapText } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { YamlView } from "@/components/configurations/yaml-view";
import { buttonStyle } from "@/components/ui/button-style";
import { CopyButton } from "@/components/ui/copy-button";
import { IconButton } from "@/components/ui/icon-button";
import { apis } from "@/lib/domain/paths";
import { useDocument, useFocusedPart } from "../document/definition-document";
import { useFixes } from "../findings/fix-context";
import { useTarget } from "../findings/target-context";
import { EditableFile } from "../yaml/editable-file";
import { FormattedRemark } from "../yaml/formatted-remark";
import { changedLines } from "./changed-lines";
import { ExportDialog } from "./export-dialog";
import { useLineSigns } from "./line-signs";

export type SavedFile = { id: string; number: number };

type RegistriesFileProps = {
  /** The saved configuration; none while it is new. */
  saved: SavedFile | null;
  mayExport: boolean;
};

const filePath = {
  k3s: "/etc/rancher/k3s/registries.yaml",
  rke2: "/etc/rancher/rke2/registries.yaml",
};

/** The file as it would be written, a moment behind the form, with signs at the lines something was found about. */
export function RegistriesFile({ saved, mayExport }: RegistriesFileProps) {
  const t = useTranslations("editor");
  const { text, changes } = useDocument();
  const { target } = useTarget();
  const { mayFix: mayWrite } = useFixes();
  const [wrap, setWrap] = useState(false);
  const namesCertificates = text.includes("/etc/rancher/pullpath/tls/");
  return (
    <>
      {saved ? (
        <div className="flex flex-wrap items-center gap-2">
          <a href={apis.registriesYaml(saved.id)} download className={buttonStyle({ size: "sm" })}>
            <Download size={14} aria-hidden />
            {t("download", { number: saved.number })}
          </a>
          <ExportDialog saved={saved} maySeeSecrets={mayExport} target={target} />
        </div>
      ) : null}
      <div className="flex min-h-0 flex-1 flex-col overflow-hidden rounded-lg border border-line bg-subtle">
        <div className="flex min-h-10 items-center justify-between gap-2 border-line border-b ps-3 pe-1.5">
          <code className="min-w-0 text-code text-muted [overflow-wrap:anywhere]">
            {filePath[target.distribution]}
          </code>
          <span className="flex shrink-0">
            {mayWrite ? (
              <IconButton
                label={t("yaml.wrap")}
                icon={<WrapText size={16} aria-hidden />}
                size="sm"
                variant="ghost"
                aria-pressed={wrap}
                onClick={() => setWrap(!wrap)}
              />
            ) : null}
            <CopyButton text={text} label={t("copyFile")} />
          </span>
        </div>
        {mayWrite ? (
          <EditableFile wrap={wrap}>
            <FileToRead />
          </EditableFile>
        ) : (
          <FileToRead />
        )}
      </div>
      <FormattedRemark />
      {saved && changes > 0 ? (
        <p className="text-muted text-sm">{t("downloadIsSaved", { number: saved.number })}</p>
      ) : null}
      {namesCertificates ? <p className="text-muted text-sm">{t("certificatesTravel")}</p> : null}
    </>
  );
}

function FileToRead() {
  const t = useTranslations("editor");
  const { text, lines, baseText } = useDocument();
  const { focused } = useFocusedPart();
  const changed = useMemo(() => changedLines(baseText, text), [baseText, text]);
  const signs = useLineSigns();
  return (
    <YamlView
      text={text}
      label={t("previewLabel")}
      marked={focused === null ? undefined : lines.get(focused)}
      changed={changed}
      signs={signs}
      className="min-h-40 flex-1 lg:min-h-0"
    />
  );
}
