"use client";

import { useTranslations } from "next-intl";
import { useAnnounce } from "@/components/ui/announcer";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import type { PlainSecrets } from "@/lib/domain/registries/plain-secrets";

type WarningProps = { plain: PlainSecrets; onRemove: (what: keyof PlainSecrets) => void };

/** What an import would keep as plain text although it may be secret, each kind removed by one click. */
export function PlainSecretsWarning({ plain, onRemove }: WarningProps) {
  const t = useTranslations("import.plain");
  const announce = useAnnounce();
  const found = (["notes", "urls"] as const).filter((what) => plain[what] > 0);
  return found.map((what) => (
    <Banner
      key={what}
      kind="warn"
      title={t(`${what}.title`, { count: plain[what] })}
      action={
        <Button
          size="sm"
          onClick={() => {
            onRemove(what);
            announce(t(`${what}.removed`));
          }}
        >
          {t(`${what}.remove`, { count: plain[what] })}
        </Button>
      }
    >
      {t(`${what}.text`)}
    </Banner>
  ));
}
