"use client";
import { AlertDialog as Base } from "@base-ui/react/alert-dialog";
import { useTranslations } from "next-intl";
import { type ReactNode, useId, useRef, useState } from "react";
import { Button } from "./button";
import type { ConfirmLook } from "./confirm-dialog";
import { isComposing } from "./keys";
import { backdropStyle, popupStyle } from "./popup-style";
import { TextInput } from "./text-input";

type ConfirmPopupProps = ConfirmLook & { open: boolean; onOpenChange: (open: boolean) => void };

export function ConfirmPopup(props: ConfirmPopupProps) {
  const { title, children, confirmLabel, cancelLabel, danger = true, typeName, open, onOpenChange } = props;
  const t = useTranslations("common");
  const safe = useRef<HTMLButtonElement>(null);
  const confirm = useConfirm(props.onConfirm, () => onOpenChange(false));
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Portal>
        <Base.Backdrop className={backdropStyle} />
        <Base.Popup initialFocus={safe} className={`${popupStyle} max-w-md p-5`}>
          <Base.Title className="font-semibold text-lg">{title}</Base.Title>
          <Base.Description render={<div />} className="mt-2 space-y-2 text-muted text-prose">
            {children}
          </Base.Description>
          <ConfirmForm typeName={typeName} onSubmit={confirm.run}>
            <Base.Close render={<Button ref={safe}>{cancelLabel ?? t("cancel")}</Button>} />
            <Button type="submit" variant={danger ? "danger" : "primary"} pending={confirm.pending}>
              {confirmLabel}
            </Button>
          </ConfirmForm>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

function useConfirm(onConfirm: ConfirmLook["onConfirm"], close: () => void) {
  const [pending, setPending] = useState(false);
  async function run() {
    if (pending) return;
    setPending(true);
    try {
      if ((await onConfirm()) !== false) close();
    } finally {
      setPending(false);
    }
  }
  return { pending, run };
}

type ConfirmFormProps = { typeName: string | undefined; onSubmit: () => Promise<void>; children: ReactNode };

function ConfirmForm({ typeName, onSubmit, children }: ConfirmFormProps) {
  const t = useTranslations("common");
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState(false);
  return (
    <form
      className="mt-5 space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (typeName === undefined || input.current?.value.trim() === typeName) return void onSubmit();
        setWrong(true);
        input.current?.focus();
      }}
    >
      {typeName === undefined ? null : (
        <div className="space-y-1.5">
          <label htmlFor={id}>{t("typeName", { name: typeName })}</label>
          <TextInput
            ref={input}
            id={id}
            mono
            autoComplete="off"
            aria-invalid={wrong || undefined}
            aria-describedby={wrong ? `${id}-error` : undefined}
            onKeyDown={(event) => isComposing(event) && event.stopPropagation()}
          />
          {wrong ? (
            <p id={`${id}-error`} role="alert" className="text-error text-sm">
              {t("typeNameWrong", { name: typeName })}
            </p>
          ) : null}
        </div>
      )}
      <div className="flex flex-wrap justify-end gap-3">{children}</div>
    </form>
  );
}
