"use client";

import { PlugZap } from "lucide-react";
import { useTranslations } from "next-intl";
import { AddedBy } from "@/components/ui/added-by";
import { AllowedButton } from "@/components/ui/allowed-button";
import { CopyButton } from "@/components/ui/copy-button";
import { RowMenu } from "@/components/ui/row-menu";
import type { Column } from "@/components/ui/table";
import type { PublicMirrorView } from "@/lib/domain/public-mirrors/schema";
import { ProbeResult } from "./probe-result";
import type { ProbeState } from "./use-probes";

// Cells of several lines grow on small screens, where the table is a list of cards.
const grown = "max-md:h-auto";

type MirrorActions = {
  states: ReadonlyMap<string, ProbeState>;
  probe: (mirror: PublicMirrorView) => void;
  /** Why no probe can be made; undefined when it can. */
  probeRefusal: string | undefined;
  /** Null for those who may only read. */
  write: { edit: (mirror: PublicMirrorView) => void; remove: (mirror: PublicMirrorView) => void } | null;
};

export function useMirrorColumns(actions: MirrorActions): Column<PublicMirrorView>[] {
  const t = useTranslations("mirrors");
  return [
    {
      key: "name",
      className: grown,
      header: t("columns.name"),
      primary: true,
      cell: ({ name, note }) => (
        <span className="block min-w-0 [overflow-wrap:anywhere] md:min-w-32">
          {name}
          {note ? (
            <span className="block max-w-prose whitespace-pre-line font-normal text-muted">{note}</span>
          ) : null}
        </span>
      ),
    },
    {
      key: "registry",
      header: t("columns.registry"),
      className: "break-words font-mono text-code",
      cell: ({ registry }) =>
        registry === "*" ? <span className="font-sans text-sm">{t("everything")}</span> : registry,
    },
    {
      key: "address",
      className: grown,
      header: t("columns.address"),
      cell: ({ address, name }) => (
        <span className="flex items-center gap-1.5">
          <code className="min-w-0 text-code [overflow-wrap:anywhere]">{address}</code>
          <CopyButton text={address} label={t("copy", { name })} />
        </span>
      ),
    },
    {
      key: "probe",
      className: grown,
      header: t("columns.probe"),
      cell: ({ id }) => <ProbeResult state={actions.states.get(id)} />,
    },
    {
      key: "added",
      className: grown,
      header: t("columns.added"),
      cell: ({ createdAt, createdByName }) => <AddedBy at={createdAt} by={createdByName} />,
    },
    {
      key: "actions",
      header: t("columns.actions"),
      headerHidden: true,
      align: "end",
      cell: (mirror) => <RowActions mirror={mirror} actions={actions} />,
    },
  ];
}

function RowActions({ mirror, actions }: { mirror: PublicMirrorView; actions: MirrorActions }) {
  const t = useTranslations("mirrors");
  const { write, probeRefusal, probe, states } = actions;
  const { name } = mirror;
  const state = states.get(mirror.id);
  return (
    <span className="flex items-center justify-end gap-1">
      <AllowedButton
        size="sm"
        icon={<PlugZap size={14} aria-hidden />}
        aria-label={t("probeNamed", { name })}
        pending={state !== undefined && "state" in state}
        refusal={probeRefusal}
        onClick={() => probe(mirror)}
      >
        {t("probeNow")}
      </AllowedButton>
      {write ? (
        <RowMenu
          label={t("menu", { name })}
          actions={[
            { label: t("edit"), onSelect: () => write.edit(mirror) },
            { label: t("delete"), onSelect: () => write.remove(mirror), danger: true },
          ]}
        />
      ) : null}
    </span>
  );
}
