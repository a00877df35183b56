"use client";
import { useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";

/** Hides what is typed until it is asked to show it. */
export function PasswordInput(props: Omit<ComponentProps<typeof TextInput>, "type"> & { id: string }) {
  const t = useTranslations("common");
  const [shown, setShown] = useState(false);
  return (
    <div className="flex gap-2">
      <TextInput {...props} type={shown ? "text" : "password"} autoCapitalize="off" spellCheck={false} />
      <Button aria-pressed={shown} aria-controls={props.id} onClick={() => setShown(!shown)}>
        {shown ? t("hide") : t("show")}
      </Button>
    </div>
  );
}
