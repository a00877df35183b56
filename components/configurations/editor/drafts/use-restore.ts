"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAnnounce } from "@/components/ui/announcer";
import { fromForm } from "@/lib/domain/registries/form";
import { replayChanges } from "@/lib/domain/registries/replay/replay";
import type { Definition } from "@/lib/domain/registries/schema";
import type { LostSecret } from "@/lib/domain/registries/veil";
import { useDocument, useHistoryActions } from "../document/definition-document";
import { useEditorForm } from "../editor-form";
import { ontoForm } from "../replay/onto-form";
import { usePane } from "../yaml/pane-context";
import type { DraftKeeper } from "./draft-keeper";
import type { Offer } from "./use-offers";

/** What was brought back, with the secrets that must be typed again. */
export type Restored = { lost: readonly LostSecret[]; isPartial: boolean };

type Options = {
  offer: Offer;
  keeper: DraftKeeper;
  end: () => Promise<void>;
  onRestored: (restored: Restored) => void;
};

/** Brings a draft back as one step of the history. The draft ends once this page keeps the same work itself. */
export function useRestore({ offer, keeper, end, onRestored }: Options) {
  const t = useTranslations("drafts");
  const announce = useAnnounce();
  const { base } = useDocument();
  const { getValues, setValue } = useEditorForm();
  const history = useHistoryActions();
  const { store } = usePane();
  const [asking, setAsking] = useState<Definition | null>(null);
  const [blocked, setBlocked] = useState(false);

  /** What is typed into the file goes into the fields first, so that a step back finds it. */
  function settlePane(): boolean {
    const isRead = store.leave();
    setBlocked(!isRead);
    return isRead;
  }

  async function apply(definition: Definition) {
    if (!settlePane()) return;
    setAsking(null);
    history.replace((now) => ontoForm(now, definition));
    if (base.id === null && offer.draft.name !== "") setValue("name", offer.draft.name);
    if (offer.draft.message !== "") setValue("message", offer.draft.message);
    announce(t("restored"));
    const { lost, draft } = offer;
    onRestored({ lost, isPartial: draft.isPartial });
    if (await keeper.flush()) await end();
  }

  function begin() {
    if (!settlePane()) return;
    // What was edited on the page before the restore is not lost either.
    const theirs = fromForm(getValues("definition"));
    const sides = { base: offer.base, theirs, mine: offer.mine };
    const { definition, conflicts } = replayChanges(sides, () => "theirs");
    if (conflicts.length > 0) setAsking(theirs);
    else void apply(definition);
  }

  return { begin, apply, asking, blocked, cancel: () => setAsking(null) };
}
