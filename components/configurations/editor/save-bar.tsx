"use client";

import { useTranslations } from "next-intl";
import { MessageField } from "@/components/configurations/message-field";
import { useSaveKeys } from "@/components/configurations/use-save-keys";
import { Button } from "@/components/ui/button";
import { useLeaveGuard } from "@/lib/client/leave-guard";
import { useDocument } from "./document/definition-document";
import { useEditorField } from "./document/use-editor-field";
import { useRevalidate } from "./document/use-revalidate";
import { useTyping } from "./document/use-typing";
import { useDraftKept } from "./drafts/draft-context";
import { SaveNews } from "./save-news";
import { useJustEdited } from "./use-just-edited";
import { type Base, useSave } from "./use-save";
import { usePaneState } from "./yaml/pane-context";

type SaveBarProps = {
  setBase: (base: Base) => void;
  pushPath: string | undefined;
  onReload: () => void;
};

/** What is unsaved, what happened to the last save, and the button that makes a revision. */
export function SaveBar({ setBase, pushPath, onReload }: SaveBarProps) {
  const t = useTranslations("editor");
  const drafts = useTranslations("drafts");
  const { base, changes } = useDocument();
  const kept = useDraftKept();
  const saving = useSave(base, setBase);
  const onChange = useTyping();
  useRevalidate();
  const isNew = base.id === null;
  const justEdited = useJustEdited(saving.pending);
  // What stands in the file and not in the fields yet is unsaved too.
  const { own, broken } = usePaneState();
  useLeaveGuard(changes > 0 || justEdited || own, saving.save, kept && !broken);
  useSaveKeys(saving.save);
  const clean = saving.outcome?.kind === "unchanged" && changes === 0;
  return (
    <div className="space-y-3 border-line border-t py-3" onChange={onChange}>
      <SaveNews
        outcome={saving.outcome}
        base={base}
        pushPath={pushPath}
        onReload={onReload}
        onDismiss={saving.dismiss}
        onReplayed={(next) => {
          setBase(next);
          saving.noteReplayed(next.number);
        }}
      />
      <div className="flex flex-wrap items-end gap-3">
        <p className="w-full self-center text-muted text-sm sm:w-auto sm:flex-1" role="status">
          {broken
            ? t("yaml.unreadUnsaved")
            : clean
              ? t("nothingToSave")
              : t(isNew ? "unsavedNew" : "unsaved", { count: changes })}
          {kept ? null : <span className="block">{drafts("unavailable")}</span>}
        </p>
        {isNew ? null : <RevisionMessage onEnter={saving.save} />}
        <Button
          variant="primary"
          pending={saving.pending}
          aria-keyshortcuts="Control+S"
          onClick={() => void saving.save()}
        >
          {t(isNew ? "create" : "saveRevision")}
        </Button>
      </div>
    </div>
  );
}

function RevisionMessage({ onEnter }: { onEnter: () => Promise<boolean> }) {
  const { field, error } = useEditorField("message");
  return <MessageField {...field} error={error?.message} onEnter={onEnter} />;
}
