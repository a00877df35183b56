"use client";

import { useTranslations } from "next-intl";
import { useAnnounce } from "@/components/ui/announcer";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { type CutRemedy, canMendCut, mendCut } from "@/lib/domain/registries/cut-secret";
import type { Remark } from "@/lib/domain/registries/remark";

export type TextEdit = { text: string; onText: (text: string) => void };

/** What can be done about a secret that a comment cut off, with a way back; its value is not shown. */
export function CutSecretButtons({ remark, edit }: { remark: Remark; edit: TextEdit }) {
  const t = useTranslations("import.cut");
  const common = useTranslations("common");
  const announce = useAnnounce();
  const toast = useToast();
  const { text, onText } = edit;
  if (!canMendCut(text, remark.range)) return null;
  const { line } = remark.range.start;

  function mend(remedy: CutRemedy) {
    onText(mendCut(text, remark.range, remedy));
    const said = t(`${remedy}Done`, { line });
    announce(said);
    toast(said, { undo: { label: common("undo"), onUndo: () => onText(text) } });
  }
  return (
    <span className="mt-1.5 flex flex-wrap gap-2">
      <Button size="sm" onClick={() => mend("join")}>
        {t("join", { key: remark.params["key"] ?? "" })}
      </Button>
      <Button size="sm" variant="ghost" onClick={() => mend("drop")}>
        {t("drop")}
      </Button>
    </span>
  );
}
