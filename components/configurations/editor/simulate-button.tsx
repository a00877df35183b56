"use client";

import { ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonStyle } from "@/components/ui/button-style";
import { LinkButton } from "@/components/ui/link-button";
import { handOverDraft } from "@/lib/client/simulator-draft";
import { pages } from "@/lib/domain/paths";
import { useDocument } from "./document/definition-document";

/** Takes what is on the page to the simulator. What is not saved yet stays here, so that opens beside it. */
export function SimulateButton({ id }: { id: string | null }) {
  const t = useTranslations("editor");
  const { text, changes } = useDocument();
  if (id !== null && changes === 0) {
    return (
      <LinkButton size="sm" href={pages.simulate({ config: id })}>
        {t("simulate")}
      </LinkButton>
    );
  }
  const handOver = () => {
    handOverDraft(text, id);
  };
  return (
    <a
      href={pages.simulate({ source: "draft" })}
      target="_blank"
      // A tab without an opener does not get the draft.
      rel="noopener opener"
      className={buttonStyle({ size: "sm" })}
      onClick={handOver}
      onAuxClick={handOver}
    >
      <ExternalLink size={14} aria-hidden />
      {t("simulate")}
      <span className="sr-only">{t("newTab")}</span>
    </a>
  );
}
