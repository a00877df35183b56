"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, type KeyboardEvent, useId } from "react";
import { isComposing } from "@/components/ui/keys";
import { TextInput } from "@/components/ui/text-input";

type MessageFieldProps = Omit<ComponentProps<typeof TextInput>, "id" | "onKeyDown"> & {
  error?: string | undefined;
  /** Enter saves. */
  onEnter: () => Promise<boolean>;
};

/** What a revision is about, in a line beside the button that makes it. */
export function MessageField({ error, onEnter, ...input }: MessageFieldProps) {
  const t = useTranslations("editor");
  const id = useId();
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
        {...input}
        id={id}
        autoComplete="off"
        placeholder={t("messagePlaceholder")}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
        onKeyDown={onKeyDown}
      />
      {error === undefined ? null : (
        <p id={`${id}-error`} className="pt-1 text-error text-sm">
          {error}
        </p>
      )}
    </div>
  );
}
