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
  count: number;
  openAtFirst: boolean;
  actions: EntryActions;
};

export const MirrorCard = memo(function MirrorCard({ index, count, openAtFirst, actions }: MirrorCardProps) {
  const t = useTranslations("editor");
  const path: MirrorPath = `definition.mirrors.${index}`;
  const { control } = useEditorForm();
  const name = useWatch({ control, name: `${path}.name` }) || t("unnamedMirror");
  const card = useCard(path, openAtFirst);
  return (
    <CardFrame
      path={`mirrors/${index}`}
      name={name}
      summary={<MirrorSummary path={path} name={name} />}
      place={{ index, count }}
      open={card.open}
      onToggle={card.toggle}
      onMove={(to) => actions.move(index, to)}
      onMoveKey={(event) => actions.moveByKey(event, index)}
      onRemove={() => actions.remove(index)}
    >
      <MirrorBody path={path} index={index} />
    </CardFrame>
  );
});

function MirrorSummary({ path, name }: { path: MirrorPath; name: string }) {
  const t = useTranslations("editor");
  const { control } = useEditorForm();
  const counts = useWatch({
    control,
    name: [`${path}.endpoints`, `${path}.rewrites`],
    // A card that is going is asked once more when its place is already gone.
    compute: ([endpoints, rewrites]) => ({
      endpoints: endpoints?.length ?? 0,
      rewrites: rewrites?.length ?? 0,
    }),
  });
  return (
    <>
      <span className="min-w-0 font-mono font-semibold text-code [overflow-wrap:anywhere]">{name}</span>
      <span className="text-muted text-sm">{t("mirrorSummary", counts)}</span>
    </>
  );
}
