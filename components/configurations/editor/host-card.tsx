"use client";

import { useTranslations } from "next-intl";
import { memo } from "react";
import { useWatch } from "react-hook-form";
import type { HostUse } from "@/lib/domain/registries/checks/endpoint-facts";
import { fromRegistryHostForm } from "@/lib/domain/registries/form-host";
import { CardFrame } from "./card-frame";
import { type HostPath, useEditorForm } from "./editor-form";
import { HostBody } from "./host-body";
import { useCard } from "./use-card";
import type { EntryActions } from "./use-entries";
import { useHostUse } from "./use-host-use";

type HostCardProps = {
  index: number;
  count: number;
  openAtFirst: boolean;
  actions: EntryActions;
};

export const HostCard = memo(function HostCard({ index, count, openAtFirst, actions }: HostCardProps) {
  const t = useTranslations("editor");
  const path: HostPath = `definition.registryHosts.${index}`;
  const { control } = useEditorForm();
  const name = useWatch({ control, name: `${path}.host` }) || t("unnamedHost");
  const card = useCard(path, openAtFirst);
  return (
    <CardFrame
      path={`registryHosts/${index}`}
      name={name}
      summary={<HostSummary path={path} name={name} />}
      place={{ index, count }}
      open={card.open}
      onToggle={card.toggle}
      onMove={(to) => actions.move(index, to)}
      onMoveKey={(event) => actions.moveByKey(event, index)}
      onRemove={() => actions.remove(index)}
    >
      <HostBody path={path} />
    </CardFrame>
  );
});

function HostSummary({ path, name }: { path: HostPath; name: string }) {
  const t = useTranslations("editor");
  const { control } = useEditorForm();
  const { auth, tls } = fromRegistryHostForm(useWatch({ control, name: path }));
  const uses = useHostUse(path);
  const parts = [
    auth === null ? t("noCredential") : t("hasCredential"),
    tls === null ? null : t(tls.insecure_skip_verify ? "tlsUnverified" : "hasTls"),
    useText(uses),
  ];
  return (
    <>
      <span className="min-w-0 font-mono font-semibold text-code [overflow-wrap:anywhere]">{name}</span>
      <span className="flex min-w-0 flex-wrap gap-x-3 text-muted text-sm">
        {parts.map((part) => (part ? <span key={part}>{part}</span> : null))}
      </span>
    </>
  );
}

function useText(uses: readonly HostUse[]): string {
  const t = useTranslations("editor");
  const [first] = uses;
  if (!first) return t("usedByNone");
  const mirrors = new Set(uses.map((use) => use.mirror));
  return t("usedBy", { mirror: first.mirror, more: mirrors.size - 1 });
}
