"use client";

import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { ChangeList } from "@/components/configurations/revisions/change-list";
import { DiffTable } from "@/components/diff/diff-table";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { compareDefinitions } from "@/lib/domain/registries/compare/compare";
import { hidden, maskSecrets } from "@/lib/domain/registries/mask";
import { useDocument } from "../document/definition-document";
import { renderMasked } from "../document/render-masked";
import { useEditor } from "../editor-context";
import { diffTexts } from "../findings/diff-texts";
import type { Offer } from "./use-offers";

/** What the draft changed, in sentences, and how its file differs from the one on the page. */
export function CompareDialog({ offer, title }: { offer: Offer; title: string }) {
  const t = useTranslations("drafts");
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={title}
      width="lg"
      trigger={<Button size="sm">{t("compare")}</Button>}
    >
      {open ? <Comparison offer={offer} /> : null}
    </Dialog>
  );
}

const hide = () => hidden;

function Comparison({ offer: { base, mine } }: { offer: Offer }) {
  const t = useTranslations("drafts");
  const { certificates } = useEditor();
  const { text } = useDocument();
  const changes = useMemo(
    () => compareDefinitions(maskSecrets(base, hide), maskSecrets(mine, hide)),
    [base, mine],
  );
  const diff = useMemo(
    () => diffTexts(text, renderMasked(mine, certificates).text),
    [text, mine, certificates],
  );
  return (
    <div className="space-y-6">
      {changes.length > 0 ? <ChangeList changes={changes} /> : <p className="text-muted">{t("noChange")}</p>}
      <section className="space-y-2">
        <h3 className="font-semibold">{t("against")}</h3>
        <DiffTable diff={diff} caption={t("against")} />
      </section>
    </div>
  );
}
