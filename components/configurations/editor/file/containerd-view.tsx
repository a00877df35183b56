"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Banner } from "@/components/ui/banner";
import { CodeBlock } from "@/components/ui/code-block";
import { Skeleton } from "@/components/ui/skeleton";
import { templateFolder } from "@/lib/domain/containerd-template/facts";
import type { ContainerdFiles } from "@/lib/domain/registries/containerd/files";
import { toTarget } from "@/lib/domain/registries/target";
import { useDocument } from "../document/definition-document";
import { renderReadable } from "../document/render-masked";
import { useEditor } from "../editor-context";
import { useFindings } from "../findings/findings-provider";
import { useTarget } from "../findings/target-context";
import { TargetOptions } from "./target-options";

const mostRemarks = 20;

/** The files K3s writes for containerd from this definition, without any secret. */
export function ContainerdView() {
  const t = useTranslations("editor");
  const made = useContainerdFiles();
  const { target } = useTarget();
  const [chosen, setChosen] = useState("");
  const names = Object.keys(made?.files ?? {});
  const name = names.includes(chosen) ? chosen : (names[0] ?? "");
  const folder = templateFolder(toTarget(target).dataDir);
  return (
    <div className="min-h-0 space-y-3 overflow-y-auto pe-1">
      <TargetOptions />
      {made === null ? (
        <Skeleton className="h-40" />
      ) : (
        <>
          <Remarks made={made} />
          <FileNames names={names} chosen={name} onChoose={setChosen} />
          <CodeBlock code={made.files[name] ?? ""} label={`${folder}/${name}`} />
          <p className="text-muted text-sm">{t("containerdMasked")}</p>
        </>
      )}
    </div>
  );
}

function useContainerdFiles(): ContainerdFiles | null {
  const { definition } = useDocument();
  const { certificates } = useEditor();
  const { target } = useTarget();
  const { runner } = useFindings();
  const [made, setMade] = useState<ContainerdFiles | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const text = renderReadable(definition, certificates);
    void runner.run({ kind: "containerd", text, target }).then((answer) => {
      if (answer.kind === "containerd" && !stop.signal.aborted) setMade(answer.made);
    });
    return () => stop.abort();
  }, [definition, certificates, target, runner]);
  return made;
}

function Remarks({ made: { remarks } }: { made: ContainerdFiles }) {
  const t = useTranslations("editor");
  if (remarks.length === 0) return null;
  return (
    <Banner kind="warn" title={t("remarksTitle")}>
      <ul className="list-disc space-y-1 ps-5">
        {remarks.slice(0, mostRemarks).map(({ code, params }) => (
          <li key={`${code} ${Object.values(params).join(" ")}`} className="[overflow-wrap:anywhere]">
            {t(`remarks.${code}`, params)}
          </li>
        ))}
      </ul>
    </Banner>
  );
}

type FileNamesProps = { names: readonly string[]; chosen: string; onChoose: (name: string) => void };

function FileNames({ names, chosen, onChoose }: FileNamesProps) {
  const t = useTranslations("editor");
  return (
    <nav aria-label={t("containerdFiles")}>
      <ul className="max-h-40 overflow-y-auto rounded-lg border border-line p-1">
        {names.map((name) => (
          <li key={name}>
            <button
              type="button"
              aria-current={name === chosen ? "true" : undefined}
              onClick={() => onChoose(name)}
              className={clsx(
                "min-h-7 w-full rounded-md px-2 text-start font-mono text-code [overflow-wrap:anywhere] pointer-coarse:min-h-11",
                name === chosen ? "bg-inset font-medium" : "text-muted hover:text-fg",
              )}
            >
              {name}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
