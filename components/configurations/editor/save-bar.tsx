"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useId, useRef } from "react";
import { useController } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { isComposing } from "@/components/ui/keys";
import { TextInput } from "@/components/ui/text-input";
import { useLeaveGuard } from "@/lib/client/leave-guard";
import { useDocument } from "./document/definition-document";
import { useDraftKept } from "./drafts/draft-context";
import { useEditorForm } from "./editor-form";
import { SaveNews } from "./save-news";
import { useJustEdited } from "./use-just-edited";
import { type Base, useSave } from "./use-save";
import { usePaneState } from "./yaml/pane-context";

type SaveBarProps = { setBase: (base: Base) => void; onReload: () => void };

/** What is unsaved, what happened to the last save, and the button that makes a revision. */
export function SaveBar({ setBase, onReload }: SaveBarProps) {
  const t = useTranslations("editor");
  const drafts = useTranslations("drafts");
  const { base, changes } = useDocument();
  const kept = useDraftKept();
  const saving = useSave(base, setBase);
  const isNew = base.id === null;
  const justEdited = useJustEdited(saving.pending);
  // What stands in the file and not in the fields yet is unsaved too.
  const { own, broken } = usePaneState();
  useLeaveGuard(changes > 0 || justEdited || own, saving.save, kept && !broken);
  useSaveKeys(saving.save);
  const clean = saving.outcome?.kind === "unchanged" && changes === 0;
  return (
    <div className="space-y-3 border-line border-t py-3">
      <SaveNews
        outcome={saving.outcome}
        base={base}
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
        {isNew ? null : <MessageField onEnter={saving.save} />}
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

function MessageField({ onEnter }: { onEnter: () => Promise<boolean> }) {
  const t = useTranslations("editor");
  const id = useId();
  const { control } = useEditorForm();
  const { field, fieldState } = useController({ control, name: "message" });
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Enter" || isComposing(event)) return;
    event.preventDefault();
    void onEnter();
  }
  return (
    <div className="min-w-0 flex-1 basis-40 sm:max-w-72">
      <label htmlFor={id} className="sr-only">
        {t("message")}
      </label>
      <TextInput
        {...field}
        id={id}
        autoComplete="off"
        placeholder={t("messagePlaceholder")}
        aria-invalid={fieldState.error ? true : undefined}
        aria-describedby={fieldState.error ? `${id}-error` : undefined}
        onKeyDown={onKeyDown}
      />
      {fieldState.error ? (
        <p id={`${id}-error`} className="pt-1 text-error text-sm">
          {fieldState.error.message}
        </p>
      ) : null}
    </div>
  );
}

/** Ctrl S and Cmd S save from anywhere on the page, in place of the browser's own saving of the page. */
function useSaveKeys(save: () => Promise<boolean>) {
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      if (!event.repeat) void latest.current();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}
