"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAnnounce } from "@/components/ui/announcer";
import { fromForm } from "@/lib/domain/registries/form";
import type { Definition } from "@/lib/domain/registries/schema";
import { useHistoryActions } from "../document/definition-document";
import { useEditorForm } from "../editor-form";
import type { Base } from "../use-save";
import { usePane } from "../yaml/pane-context";
import { ontoForm } from "./onto-form";
import { type Replay, ReplayForm } from "./replay-form";

type ReplayOntoProps = {
  base: Base;
  theirs: Base;
  mine: Definition;
  onReplayed: (base: Base) => void;
};

/** Puts what is edited on top of the revision someone else saved, as one step and not saved yet. */
export function ReplayOnto({ base, theirs, mine, onReplayed }: ReplayOntoProps) {
  const t = useTranslations("drafts.replay");
  const announce = useAnnounce();
  const router = useRouter();
  const { getValues } = useEditorForm();
  const history = useHistoryActions();
  const { store } = usePane();
  const [unreadable, setUnreadable] = useState(false);

  function apply(replay: Replay) {
    // What is typed into the file counts as mine, and must be in the fields for that.
    const isRead = store.leave();
    setUnreadable(!isRead);
    if (!isRead) return;
    const merged = replay(fromForm(getValues("definition")));
    if (!merged) return;
    history.replaceOnto((now) => ontoForm(now, merged), base);
    onReplayed(theirs);
    announce(t("done", { number: theirs.number }));
    router.refresh();
  }

  return (
    <div className="space-y-2 border-line border-t pt-4">
      <ReplayForm
        onto="revision"
        base={base.definition}
        theirs={theirs.definition}
        mine={mine}
        number={theirs.number}
        onApply={apply}
      />
      {unreadable ? (
        <p role="alert" className="text-error text-sm">
          {t("unreadable")}
        </p>
      ) : null}
    </div>
  );
}
