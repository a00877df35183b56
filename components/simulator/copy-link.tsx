"use client";

import { Check, Link, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { useCopy } from "@/components/ui/use-copy";

const icons = { idle: Link, copied: Check, failed: X };

/** Copies the address of what is shown, which only the browser knows in full. */
export function CopyLink({ address }: { address: string }) {
  const t = useTranslations("simulator");
  const { result, copy } = useCopy();
  const Icon = icons[result];
  return (
    <Button
      icon={<Icon size={16} aria-hidden />}
      onClick={() => void copy(new URL(address, window.location.origin).href)}
    >
      {t("copyLink")}
    </Button>
  );
}
