"use client";

import { useTranslations } from "next-intl";
import { memo } from "react";
import { useWatch } from "react-hook-form";
import { CardFrame } from "./card-frame";
import { type MirrorPath, useEditorForm } from "./editor-form";
import { MirrorBody } from "./mirror-body";
import { useCard } from "./use-card";
import type { EntryActions } from "./use-entries";

type MirrorCardProps = {
  index: number;
  last: boolean;
  many: boolean;
  openAtFirst: boolean;
  actions: EntryActions;
};

export const MirrorCard = memo(function MirrorCard(props: MirrorCardProps) {
  const { index, last, many, openAtFirst, actions } = props;
  const t = useTranslations("editor");
  const path: MirrorPath = `definition.mirrors.${index}`;
  const { control } = useEditorForm();
  const shown = useWatch({
    control,
    name: [`${path}.name`, `${path}.endpoints`, `${path}.rewrites`],
    // A card that is going is asked once more when its place is already gone.
    compute: ([name, endpoints, rewrites]) => ({
      name,
      counts: { endpoints: endpoints?.length ?? 0, rewrites: rewrites?.length ?? 0 },
    }),
  });
  const card = useCard(path, openAtFirst);
  return (
    <CardFrame
      path={`mirrors/${index}`}
      name={shown.name || t("unnamedMirror")}
      summary={<span className="text-muted text-sm">{t("mirrorSummary", shown.counts)}</span>}
      place={{ first: index === 0, last }}
      many={many}
      open={card.open}
      onToggle={card.toggle}
      onMove={(by) => actions.move(index, index + by)}
      onMoveKey={(event) => actions.moveByKey(event, index)}
      onRemove={() => actions.remove(index)}
    >
      {() => <MirrorBody path={path} index={index} />}
    </CardFrame>
  );
});
