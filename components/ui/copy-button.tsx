"use client";
import { Check, Copy, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "./button";
import { IconButton } from "./icon-button";
import { useCopy } from "./use-copy";

type CopyButtonProps = {
  text: string;
  /** What is copied, for the name of the button: "Copy command". */
  label?: string;
  /** Shows the label beside the icon. */
  labelled?: boolean;
};

const icons = { idle: Copy, copied: Check, failed: X };

export function CopyButton({ text, label, labelled = false }: CopyButtonProps) {
  const t = useTranslations("common");
  const { result, copy } = useCopy();
  const name = label ?? t("copy");
  const Icon = icons[result];
  const icon = <Icon size={14} aria-hidden />;
  if (!labelled) return <IconButton label={name} icon={icon} onClick={() => void copy(text)} />;
  return (
    <Button size="sm" icon={icon} onClick={() => void copy(text)}>
      {name}
    </Button>
  );
}
