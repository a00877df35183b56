"use client";

import { useTranslations } from "next-intl";
import { memo } from "react";
import { fromRegistryHostForm } from "@/lib/domain/registries/form-host";
import type { RegistryHostForm } from "@/lib/domain/registries/form-host-schema";
import { CardFrame } from "./card-frame";
import { usePart } from "./document/use-part";
import type { HostPath } from "./editor-form";
import { HostBody } from "./host-body";
import type { CardProps } from "./long-list/card-list";
import { useHostUse } from "./use-host-use";

export const HostCard = memo(function HostCard(props: CardProps) {
  const { index, count, open, onOpen, actions } = props;
  const t = useTranslations("editor");
  const path: HostPath = `definition.registryHosts.${index}`;
  const shown = usePart(path, lookOf);
  return (
    <CardFrame
      path={`registryHosts/${index}`}
      name={shown.host || t("unnamedHost")}
      summary={<HostSummary shown={shown} />}
      place={{ index, count }}
      open={open}
      onToggle={() => onOpen(index, !open)}
      onMove={(by) => actions.move(index, index + by)}
      onMoveKey={(event) => actions.moveByKey(event, index)}
      onRemove={() => actions.remove(index)}
    >
      {() => <HostBody path={path} index={index} />}
    </CardFrame>
  );
});

type HostLook = { host: string; hasLogin: boolean; tls: "hasTls" | "tlsUnverified" | null };

/** What a closed card tells. */
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
