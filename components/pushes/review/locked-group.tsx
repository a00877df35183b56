"use client";
import { useTranslations } from "next-intl";
import { LockSentence } from "@/components/groups/lock/lock-sentence";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import type { GroupLock } from "@/lib/domain/groups/lock";
import type { Named } from "@/lib/domain/named";
import { pages } from "@/lib/domain/paths";
import { groupChoiceId } from "./group-choice";

type LockedGroupProps = {
  group: Named;
  lock: Omit<GroupLock, "byId">;
  /** Whoever reads set it, so that it does not bind them. */
  own?: boolean;
  /** The start of a push was refused by it just now. */
  refused?: boolean;
};

/** That nobody may push to the group now, or nobody else, with the ways on. */
export function LockedGroup({ group, lock, own = false, refused = false }: LockedGroupProps) {
  const t = useTranslations("grouplock");
  return (
    <div className="mb-6">
      <Banner
        kind={own ? "info" : "warn"}
        {...(refused && { role: "alert" as const })}
        title={<LockSentence name={group.name} lock={lock} own={own} />}
        action={
          <>
            {own ? null : (
              <Button size="sm" onClick={() => document.getElementById(groupChoiceId)?.focus()}>
                {t("chooseOther")}
              </Button>
            )}
            <LinkButton size="sm" href={pages.group(group.id)}>
              {t("openGroup")}
            </LinkButton>
          </>
        }
      >
        {refused ? `${t("nothingStarted")} ` : null}
        {t(own ? "ownText" : "lockedText", { by: lock.byName })}
      </Banner>
    </div>
  );
}
