import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";

type NewerRevisionProps = { reviewed: number; newer: number; onKeep: () => void; onSwitch: () => void };

/** Somebody saved a revision after this page looked: a person says which of the two is meant. */
export function NewerRevision({ reviewed, newer, onKeep, onSwitch }: NewerRevisionProps) {
  const t = useTranslations("pushcards.newer");
  return (
    <Banner kind="warn" role="alert" title={t("title", { newer })}>
      <p>{t("text", { reviewed })}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button size="sm" onClick={onKeep}>
          {t("keep", { reviewed })}
        </Button>
        <Button size="sm" variant="primary" onClick={onSwitch}>
          {t("switch", { newer })}
        </Button>
      </div>
    </Banner>
  );
}
