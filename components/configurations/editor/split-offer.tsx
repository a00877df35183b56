"use client";

import { useTranslations } from "next-intl";
import { type ClipboardEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { splitEndpoints } from "./split-endpoints";

/** Notices that what was pasted into one field holds several endpoints. The paste itself goes on as usual. */
export function useSplitOffer() {
  const [parts, setParts] = useState<string[]>([]);
  return {
    parts,
    close: () => setParts([]),
    onPaste: (event: ClipboardEvent) => {
      const found = splitEndpoints(event.clipboardData.getData("text"));
      setParts(found.length > 1 ? found : []);
    },
  };
}

type SplitOfferProps = { parts: string[]; onSplit: (parts: string[]) => void; onClose: () => void };

export function SplitOffer({ parts, onSplit, onClose }: SplitOfferProps) {
  const t = useTranslations("editor");
  if (parts.length < 2) return null;
  return (
    <div role="status" className="flex flex-wrap items-center gap-2 ps-12 pt-1.5 text-sm">
      <span>{t("pastedSeveral")}</span>
      <Button
        size="sm"
        onClick={() => {
          onClose();
          onSplit(parts);
        }}
      >
        {t("split", { count: parts.length })}
      </Button>
      <Button size="sm" variant="ghost" onClick={onClose}>
        {t("keepAsOne")}
      </Button>
    </div>
  );
}
