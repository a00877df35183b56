"use client";

import { useTranslations } from "next-intl";
import { memo } from "react";
import { useWatch } from "react-hook-form";
import { fromRegistryHostForm, type RegistryHostForm } from "@/lib/domain/registries/form-host";
import { CardFrame } from "./card-frame";
import { type HostPath, useEditorForm } from "./editor-form";
import { HostBody } from "./host-body";
import { useCard } from "./use-card";
import type { EntryActions } from "./use-entries";
import { useHostUse } from "./use-host-use";

type HostCardProps = {
  index: number;
  last: boolean;
  many: boolean;
  openAtFirst: boolean;
  actions: EntryActions;
};

export const HostCard = memo(function HostCard(props: HostCardProps) {
  const { index, last, many, openAtFirst, actions } = props;
  const t = useTranslations("editor");
  const path: HostPath = `definition.registryHosts.${index}`;
  const { control } = useEditorForm();
  const shown = useWatch({ control, name: path, compute: lookOf });
  const card = useCard(path, openAtFirst);
  return (
    <CardFrame
      path={`registryHosts/${index}`}
      name={shown.host || t("unnamedHost")}
      summary={<HostSummary shown={shown} />}
      place={{ first: index === 0, last }}
      many={many}
      open={card.open}
      onToggle={card.toggle}
      onMove={(by) => actions.move(index, index + by)}
      onMoveKey={(event) => actions.moveByKey(event, index)}
      onRemove={() => actions.remove(index)}
    >
      {() => <HostBody path={path} index={index} />}
    </CardFrame>
  );
});

type HostLook = { host: string; hasLogin: boolean; tls: "hasTls" | "tlsUnverified" | null };

/** What a closed card tells. A card that is going is asked once more when its place is already gone. */
function lookOf(form: RegistryHostForm | undefined): HostLook {
  if (!form) return { host: "", hasLogin: false, tls: null };
  const { host, auth, tls } = fromRegistryHostForm(form);
  return {
    host,
    hasLogin: auth !== null,
    tls: tls && (tls.insecure_skip_verify ? "tlsUnverified" : "hasTls"),
  };
}

function HostSummary({ shown: { host, hasLogin, tls } }: { shown: HostLook }) {
  const t = useTranslations("editor");
  const uses = useHostUse(host);
  const [first] = uses;
  const mirrors = new Set(uses.map((use) => use.mirror));
  return (
    <span className="flex min-w-0 flex-wrap gap-x-3 text-muted text-sm">
      <span>{t(hasLogin ? "hasCredential" : "noCredential")}</span>
      {tls === null ? null : <span>{t(tls)}</span>}
      <span>{first ? t("usedBy", { mirror: first.mirror, more: mirrors.size - 1 }) : t("usedByNone")}</span>
    </span>
  );
}
