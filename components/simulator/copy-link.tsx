"use client";

import { Check, Link, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useAnnounce } from "@/components/ui/announcer";
import { Button } from "@/components/ui/button";
import { copyText } from "@/components/ui/copy-text";

const icons = { idle: Link, copied: Check, failed: X };

/** Copies the address of what is shown, which only the browser knows in full. */
export function CopyLink({ address }: { address: string }) {
  const t = useTranslations("simulator");
  const common = useTranslations("common");
  const announce = useAnnounce();
  const [result, setResult] = useState<keyof typeof icons>("idle");
  useEffect(() => {
    if (result === "idle") return;
    const timer = setTimeout(() => setResult("idle"), 2000);
    return () => clearTimeout(timer);
  }, [result]);
  async function copy() {
    const done = await copyText(new URL(address, window.location.origin).href);
    setResult(done ? "copied" : "failed");
    announce(common(done ? "copied" : "copyFailed"));
  }
  const Icon = icons[result];
  return (
    <Button icon={<Icon size={16} aria-hidden />} onClick={() => void copy()}>
      {t("copyLink")}
    </Button>
  );
}
