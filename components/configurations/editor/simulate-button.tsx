"use client";

import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import { handOverDraft } from "@/lib/client/simulator-draft";
import { pages } from "@/lib/domain/paths";
import { useDocument } from "./document/definition-document";

/** Takes what is on the page, saved or not, to the simulator. */
export function SimulateButton({ id }: { id: string | null }) {
  const t = useTranslations("editor");
  const { text, changes } = useDocument();
  const isDraft = id === null || changes > 0;
  return (
    <LinkButton
      size="sm"
      href={pages.simulate(isDraft ? { source: "draft" } : { config: id })}
      onClick={() => {
        if (isDraft) handOverDraft(text, id);
      }}
    >
      {t("simulate")}
    </LinkButton>
  );
}
