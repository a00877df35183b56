"use client";
import { AlertDialog as Base } from "@base-ui/react/alert-dialog";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { backdropStyle, popupStyle } from "@/components/ui/popup-style";
import type { Leaving } from "@/lib/client/leave-guard";

/** Asks before unsaved changes are left behind. */
export function LeaveDialog({ leaving }: { leaving: Leaving | undefined }) {
  const safe = useRef<HTMLButtonElement>(null);
  return (
    <Base.Root open={leaving !== undefined} onOpenChange={(open) => !open && leaving?.stay()}>
      <Base.Portal>
        <Base.Backdrop className={backdropStyle} />
        <Base.Popup initialFocus={safe} className={`${popupStyle} max-w-lg p-5`}>
          {leaving ? <LeaveQuestion leaving={leaving} safe={safe} /> : null}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

type QuestionProps = { leaving: Leaving; safe: React.RefObject<HTMLButtonElement | null> };

function LeaveQuestion({ leaving, safe }: QuestionProps) {
  const t = useTranslations("shell.leave");
  const [saving, setSaving] = useState(false);
  const { save, keepsDraft, leave, stay } = leaving;
  async function saveAndLeave() {
    if (!save) return;
    setSaving(true);
    const saved = await save().finally(() => setSaving(false));
    if (saved) leave();
    else stay();
  }
  return (
    <>
      <Base.Title className="font-semibold text-lg">{t("title")}</Base.Title>
      <Base.Description className="mt-2 text-muted text-prose">
        {t(keepsDraft ? "textDraft" : "text")}
      </Base.Description>
      <div className="mt-5 flex flex-wrap justify-end gap-3">
        <Button ref={safe} onClick={stay}>
          {t("stay")}
        </Button>
        <Button onClick={leave}>{t(keepsDraft ? "leaveDraft" : "leave")}</Button>
        {save ? (
          <Button variant="primary" pending={saving} onClick={() => void saveAndLeave()}>
            {t("save")}
          </Button>
        ) : null}
      </div>
    </>
  );
}
