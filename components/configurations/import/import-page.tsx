"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { FileDrop } from "@/components/configurations/file-drop";
import { type HandedFile, takeHandedOver } from "@/components/configurations/handed-over";
import { TextLink } from "@/components/ui/text-link";
import type { NodeChoice } from "@/lib/domain/node-files/views";
import { pages } from "@/lib/domain/paths";
import type { KnownConfiguration } from "./destination";
import { FileImport } from "./file-import";
import { NodeSource } from "./node/node-source";
import { SourceChoice, type SourceKind } from "./source-choice";

type ImportPageProps = {
  configurations: readonly KnownConfiguration[];
  nodes: readonly NodeChoice[];
  /** The node a link led here for; empty when it only said that it is a node. */
  chosen: string | undefined;
  /** The configuration that the link meant that node's file for. */
  into: string | undefined;
  /** Why nodes cannot be read from. */
  refusal: string | undefined;
};

/** From a file, at hand or on a node, to a configuration. What is dropped anywhere counts as a file at hand. */
export function ImportPage({ configurations, nodes, chosen, into, refusal }: ImportPageProps) {
  const [kind, setKind] = useState<SourceKind>(chosen === undefined ? "file" : "node");
  const [given, setGiven] = useState<HandedFile | null>(null);
  const take = (file: HandedFile) => {
    setKind("file");
    setGiven(file);
  };
  useEffect(() => {
    const handed = takeHandedOver();
    if (handed === null) return;
    setKind("file");
    setGiven(handed);
  }, []);
  const [first, ...rest] = nodes;
  return (
    <div className="space-y-6">
      <FileDrop onFile={take} />
      <SourceChoice kind={kind} onKind={setKind} />
      {kind === "file" ? <FileImport configurations={configurations} given={given} /> : null}
      {kind === "node" && first ? (
        <NodeSource
          nodes={[first, ...rest]}
          chosen={chosen ?? ""}
          into={into}
          refusal={refusal}
          configurations={configurations}
        />
      ) : null}
      {kind === "node" && !first ? <NoNodes /> : null}
    </div>
  );
}

function NoNodes() {
  const t = useTranslations("nodefile");
  return <p>{t.rich("noNodes", { link: (words) => <TextLink href={pages.nodes()}>{words}</TextLink> })}</p>;
}
