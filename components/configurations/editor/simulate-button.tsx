"use client";

import { ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";
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
  function openBeside(event: MouseEvent<HTMLAnchorElement>) {
    if (event.button > 1) return;
    event.preventDefault();
    handOverDraft(text, id);
    // Only a tab that has an opener begins with this tab's draft, and a link would give it none.
    window.open(event.currentTarget.href, "_blank");
  }
  return (
    <a
      href={pages.simulate({ source: "draft" })}
      target="_blank"
      rel="noopener"
      className={buttonStyle({ size: "sm" })}
      onClick={openBeside}
      onAuxClick={openBeside}
    >
      <ExternalLink size={14} aria-hidden />
      {t("simulate")}
      <span className="sr-only">{t("newTab")}</span>
    </a>
  );
}
