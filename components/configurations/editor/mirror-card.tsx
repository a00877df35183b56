"use client";

import { useTranslations } from "next-intl";
import { memo } from "react";
import type { MirrorForm } from "@/lib/domain/registries/form-schema";
import { CardFrame } from "./card-frame";
import { usePart } from "./document/use-part";
import type { MirrorPath } from "./editor-form";
import type { CardProps } from "./long-list/card-list";
import { MirrorBody } from "./mirror-body";

export const MirrorCard = memo(function MirrorCard(props: CardProps) {
  const { index, count, open, onOpen, actions } = props;
  const t = useTranslations("editor");
  const path: MirrorPath = `definition.mirrors.${index}`;
  const shown = usePart(path, lookOf);
  return (
    <CardFrame
      path={`mirrors/${index}`}
      name={shown.name || t("unnamedMirror")}
      summary={<span className="text-muted text-sm">{t("mirrorSummary", shown.counts)}</span>}
      place={{ index, count }}
      open={open}
      onToggle={() => onOpen(index, !open)}
      onMove={(by) => actions.move(index, index + by)}
      onMoveKey={(event) => actions.moveByKey(event, index)}
      onRemove={() => actions.remove(index)}
    >
      {() => <MirrorBody path={path} index={index} />}
    </CardFrame>
  );
});

/** What a closed card tells. */
const lookOf = (mirror: MirrorForm | undefined) => ({
  name: mirror?.name ?? "",
  counts: { endpoints: mirror?.endpoints.length ?? 0, rewrites: mirror?.rewrites.length ?? 0 },
});
