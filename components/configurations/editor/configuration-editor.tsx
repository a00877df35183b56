"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { ConfigurationView } from "@/lib/domain/configurations/views";
import type { PublicMirrorOffer } from "@/lib/domain/public-mirrors/schema";
import { emptyDefinition } from "@/lib/domain/registries/fields";
import type { StoredCertificate, StoredCredential } from "./editor-context";
import { EditorPage } from "./editor-page";
import type { Base } from "./use-save";

export type EditorRights = {
  mayWrite: boolean;
  mayExport: boolean;
  /** The page says itself why nothing can be changed. */
  isArchived?: boolean;
};

type ConfigurationEditorProps = {
  configuration: ConfigurationView | null;
  credentials: StoredCredential[];
  certificates: StoredCertificate[];
  publicMirrors: PublicMirrorOffer[];
  rights: EditorRights;
  /** How much of the width the fields take at first, in percent. */
  split: number;
  /** Whose drafts are kept and offered. */
  person: string;
  /** Where a push of what is saved is reviewed; left out where there is nothing to push to. */
  pushPath?: string | undefined;
};

const toBase = (configuration: ConfigurationView | null): Base => ({
  id: configuration?.id ?? null,
  number: configuration?.revision.number ?? 0,
  definition: configuration?.definition ?? emptyDefinition,
});

/**
 * The editor of one configuration. Newer data from the server does not touch what is being edited: the page starts
 * over from it only when that was asked for.
 */
export function ConfigurationEditor({ configuration, pushPath, ...rest }: ConfigurationEditorProps) {
  const router = useRouter();
  const [start, setStart] = useState({ base: toBase(configuration), round: 0 });
  const [reloading, setReloading] = useState(false);
  useEffect(() => {
    if (!reloading || configuration?.revision.number === start.base.number) return;
    setReloading(false);
    setStart((last) => ({ base: toBase(configuration), round: last.round + 1 }));
  }, [reloading, configuration, start]);
  return (
    <EditorPage
      {...rest}
      pushPath={pushPath}
      key={start.round}
      name={configuration?.name ?? ""}
      start={start.base}
      onReload={() => {
        setReloading(true);
        router.refresh();
      }}
    />
  );
}
