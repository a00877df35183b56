"use client";

import { useTranslations } from "next-intl";
import { MessageField } from "@/components/configurations/message-field";
import { useSaveKeys } from "@/components/configurations/use-save-keys";
import { Button } from "@/components/ui/button";
import { useLeaveGuard } from "@/lib/client/leave-guard";
import type { TemplatePlace } from "@/lib/domain/containerd-template/places";
import { SaveNews } from "./save-news";
import { countChanged, type TemplatesBase, type Texts } from "./texts";
import { useSaveTemplates } from "./use-save-templates";

export type SaveBarProps = {
  id: string;
  base: TemplatesBase;
  texts: Texts;
  /** Where the nodes of the configuration's groups read them. */
  places: readonly TemplatePlace[];
  /** The same work stands on that revision now. */
  onBase: (base: TemplatesBase) => void;
  onSaved: (base: TemplatesBase) => void;
  onReload: (number: number) => void;
};

/** What is unsaved, how the last save ended, and the button that makes a revision. */
export function TemplatesSaveBar({ id, base, texts, places, onBase, onSaved, onReload }: SaveBarProps) {
  const t = useTranslations("containerdtemplates.save");
  const editor = useTranslations("editor");
  const saving = useSaveTemplates({ id, base, texts, onSaved });
  const count = countChanged(base, texts);
  useLeaveGuard(count > 0, saving.save);
  useSaveKeys(saving.save);
  return (
    <div className="space-y-3 border-line border-t py-3">
      <SaveNews
        {...{ id, base, texts, places, onReload }}
        outcome={saving.outcome}
        onDismiss={() => saving.setOutcome(null)}
        onRebase={(newest) => {
          onBase(newest);
          saving.setOutcome({ kind: "rebased", number: newest.number });
        }}
      />
      <div className="flex flex-wrap items-end gap-3">
        <p className="w-full self-center text-muted text-sm sm:w-auto sm:flex-1" role="status">
          {count === 0 ? editor("nothingToSave") : t("changes", { count })}
        </p>
        <MessageField
          value={saving.message}
          maxLength={500}
          onChange={(event) => saving.setMessage(event.target.value)}
          onEnter={saving.save}
        />
        <Button
          variant="primary"
          pending={saving.pending}
          aria-keyshortcuts="Control+S"
          onClick={() => void saving.save()}
        >
          {editor("saveRevision")}
        </Button>
      </div>
    </div>
  );
}
