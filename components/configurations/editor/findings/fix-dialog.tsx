"use client";

import { useTranslations } from "next-intl";
import { useEffect, useMemo, useState } from "react";
import { DiffTable } from "@/components/diff/diff-table";
import { useAnnounce } from "@/components/ui/announcer";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import { useDocument, useHistoryActions } from "../document/definition-document";
import { usePane } from "../yaml/pane-context";
import { diffTexts } from "./diff-texts";
import { useFindings, useJudged } from "./findings-provider";
import type { Mending } from "./fix-context";
import { useTarget } from "./target-context";
import { useFindingText, useFixTitle } from "./use-finding-text";
import { useGoTo } from "./use-go-to";
import { useMend } from "./use-mend";

type FixDialogProps = { mending: Mending; onClose: () => void };

/** Shows what a fix changes in the file, and makes it as one step that can be undone. */
export function FixDialog({ mending, onClose }: FixDialogProps) {
  const t = useTranslations("editor");
  const common = useTranslations("common");
  const announce = useAnnounce();
  const say = useFindingText();
  const goTo = useGoTo();
  const titleOf = useFixTitle();
  const { form } = useDocument();
  const history = useHistoryActions();
  const { mend, compare } = useMend();
  const { store, standIns } = usePane();
  // The page may be judged anew while the dialog is open; what was offered stays what it was.
  const [judged] = useState(useJudged());
  // While a text is typed, a fix is for what is written there, which the fields may have no place for.
  const [isText] = useState(() => store.state.own && standIns.restore(store.text) === judged.text);
  const text = useMendedText(mending, judged.text);
  const diff = useMemo(() => {
    if (text === null) return null;
    if (isText) return diffTexts(standIns.conceal(judged.text), standIns.conceal(text));
    return compare(form, mend(form, judged.text, text));
  }, [text, isText, form, judged.text, mend, compare, standIns]);
  const title = mending.kind === "one" ? titleOf(mending.fix) : t("fixAllTitle");

  function apply() {
    if (text === null) return;
    if (isText) {
      store.put(standIns.conceal(text));
      onClose();
      announce(t("fixed", { title }));
      return;
    }
    const first = history.replace((now) => mend(now, judged.text, text));
    onClose();
    announce(first === null ? t("fixNothing") : t("fixed", { title }));
    const place = mending.kind === "one" ? mending.found.place : null;
    if (place) requestAnimationFrame(() => goTo(place));
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={title}
      description={mending.kind === "one" ? say(mending.found.finding) : t("fixAllText")}
      width="lg"
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button variant="primary" pending={text === null} onClick={apply}>
            {t("applyFix", { count: mending.kind === "one" ? 1 : mending.count })}
          </Button>
        </>
      }
    >
      {diff === null ? <Skeleton className="h-24" /> : null}
      {diff && diff.lines.length > 0 ? <DiffTable diff={diff} caption={t("fixDiff")} /> : null}
      {diff && diff.lines.length === 0 ? <p className="text-muted">{t("fixHidden")}</p> : null}
    </Dialog>
  );
}

/** The whole file after the fix; null until all safe fixes have been tried together. */
function useMendedText(mending: Mending, before: string): string | null {
  const { runner } = useFindings();
  const { target } = useTarget();
  const [all, setAll] = useState<string | null>(null);
  useEffect(() => {
    if (mending.kind === "one") return;
    const stop = new AbortController();
    void runner.run({ kind: "mend", text: before, target }).then((answer) => {
      if (answer.kind === "mend" && !stop.signal.aborted) setAll(answer.text);
    });
    return () => stop.abort();
  }, [mending, before, runner, target]);
  return mending.kind === "one" ? mending.fix.text : all;
}
