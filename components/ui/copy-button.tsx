"use client";
import { Check, Copy, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useAnnounce } from "./announcer";
import { Button } from "./button";
import { copyText } from "./copy-text";
import { IconButton } from "./icon-button";

type CopyButtonProps = {
  text: string;
  /** What is copied, for the name of the button: "Copy command". */
  label?: string;
  /** Shows the label beside the icon. */
  labelled?: boolean;
};

export function CopyButton({ text, label, labelled = false }: CopyButtonProps) {
  const t = useTranslations("common");
  const announce = useAnnounce();
  const [result, setResult] = useState<"idle" | "copied" | "failed">("idle");
  useEffect(() => {
    if (result === "idle") return;
    const timer = setTimeout(() => setResult("idle"), 2000);
    return () => clearTimeout(timer);
  }, [result]);

  async function copy() {
    const done = await copyText(text);
    setResult(done ? "copied" : "failed");
    announce(done ? t("copied") : t("copyFailed"));
  }

  const name = label ?? t("copy");
  const Icon = { idle: Copy, copied: Check, failed: X }[result];
  const icon = <Icon size={14} aria-hidden />;
  if (!labelled) return <IconButton label={name} icon={icon} onClick={() => void copy()} />;
  return (
    <Button size="sm" icon={icon} onClick={() => void copy()}>
      {name}
    </Button>
  );
}
