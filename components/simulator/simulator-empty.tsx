"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { pages } from "@/lib/domain/paths";

type SimulatorEmptyProps = { mayWrite: boolean; onPaste: () => void };

/** The first visit: without a configuration there is nothing to ask, but for a file of one's own. */
export function SimulatorEmpty({ mayWrite, onPaste }: SimulatorEmptyProps) {
  const t = useTranslations("simulator.empty");
  return (
    <EmptyState
      title={t("title")}
      action={
        <>
          {mayWrite ? (
            <>
              <LinkButton href={pages.importConfiguration()} variant="primary">
                {t("import")}
              </LinkButton>
              <LinkButton href={pages.newConfiguration()}>{t("create")}</LinkButton>
            </>
          ) : null}
          <Button variant={mayWrite ? "secondary" : "primary"} onClick={onPaste}>
            {t("paste")}
          </Button>
        </>
      }
    >
      {t("text")}
    </EmptyState>
  );
}
