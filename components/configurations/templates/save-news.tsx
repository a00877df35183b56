"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { FormError } from "@/components/fields/form-error";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { isStopping, judgeManaged, type TemplatePlace } from "@/lib/domain/containerd-template/places";
import { areStorable, type TemplatesBase, type Texts, toTemplates } from "./texts";
import type { TemplatesOutcome } from "./use-save-templates";

/** Rarely needed, so it is not part of what every such page loads. */
const TemplatesConflict = dynamic(() => import("./conflict").then((each) => each.TemplatesConflict), {
  // Of its own, or the whole page would wait with it.
  loading: () => null,
});

type SaveNewsProps = {
  id: string;
  base: TemplatesBase;
  texts: Texts;
  places: readonly TemplatePlace[];
  outcome: TemplatesOutcome | null;
  onReload: (number: number) => void;
  onDismiss: () => void;
  onRebase: (base: TemplatesBase) => void;
};

/** How the last save ended, above the button that began it. */
export function SaveNews({ outcome, places, onDismiss, ...rest }: SaveNewsProps) {
  const t = useTranslations("containerdtemplates");
  if (outcome === null || outcome.kind === "unchanged") return null;
  if (outcome.kind === "conflict") return <TemplatesConflict error={outcome.error} {...rest} />;
  if (outcome.kind === "refused") return <FormError error={outcome.error} />;
  if (outcome.kind === "invalid")
    return areStorable(rest.texts) ? null : (
      <Banner kind="error" role="alert">
        {t("save.invalid")}
      </Banner>
    );
  if (outcome.kind === "rebased")
    return (
      <News kind="info" onDismiss={onDismiss}>
        {t("conflict.rebased", { number: outcome.number })}
      </News>
    );
  const templates = toTemplates(rest.texts);
  const stops = places.some((place) => judgeManaged(templates, place).some(isStopping));
  return (
    <News
      kind={stops ? "warn" : "ok"}
      title={t("save.saved", { number: outcome.number })}
      onDismiss={onDismiss}
    >
      {stops ? t("save.savedStops") : t("save.savedText")}
    </News>
  );
}

type NewsProps = { kind: "ok" | "info" | "warn"; title?: string; onDismiss: () => void; children: string };

function News({ kind, title, onDismiss, children }: NewsProps) {
  const t = useTranslations("containerdtemplates.save");
  return (
    <Banner
      kind={kind}
      role="status"
      title={title}
      action={
        <Button size="sm" variant="ghost" onClick={onDismiss}>
          {t("dismiss")}
        </Button>
      }
    >
      {children}
    </Banner>
  );
}
