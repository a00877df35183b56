"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { apiRequest } from "@/lib/client/api";
import type { TemplatesOfRevision } from "@/lib/domain/configurations/views";
import { templateFolder } from "@/lib/domain/containerd-template/facts";
import type { ExportFormat } from "@/lib/domain/formats/export-format";
import { apis } from "@/lib/domain/paths";
import { toTarget } from "@/lib/domain/registries/target";
import type { EditorTarget } from "../findings/target-context";

type ExportTemplatesProps = {
  saved: { id: string; number: number };
  format: ExportFormat;
  target: EditorTarget;
};

const sentences = {
  archive: "archive",
  ansible: "ansible",
  "cloud-init": "with",
  "registries-yaml": "without",
  "hosts-toml": "without",
} as const satisfies Record<ExportFormat, string>;

/** Whether the containerd templates of the revision are in the file, where it has some. */
export function ExportTemplates({ saved: { id, number }, format, target }: ExportTemplatesProps) {
  const t = useTranslations("export.templates");
  const [names, setNames] = useState<string[]>([]);
  useEffect(() => {
    const stop = new AbortController();
    const path = apis.configurationTemplates(id, { revision: number });
    void apiRequest<TemplatesOfRevision>("GET", { path, signal: stop.signal }).then((answer) => {
      if (answer.ok && !stop.signal.aborted) setNames(answer.value.templates.map(({ name }) => name));
    });
    return () => stop.abort();
  }, [id, number]);
  return (
    <p role="status" className="text-muted text-sm empty:hidden">
      {names.length === 0
        ? null
        : t(sentences[format], {
            names: names.join(", "),
            folder: templateFolder(toTarget(target).dataDir),
          })}
    </p>
  );
}
