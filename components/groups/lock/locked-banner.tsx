"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { FormError } from "@/components/fields/form-error";
import { useApiAction } from "@/components/fields/use-api-action";
import { useAnnounce } from "@/components/ui/announcer";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { apiRequest } from "@/lib/client/api";
import { type GroupLock, isBound, mayLift, type Person } from "@/lib/domain/groups/lock";
import type { GroupView } from "@/lib/domain/groups/views";
import { apis } from "@/lib/domain/paths";
import { can } from "@/lib/domain/people/roles";
import { LockButton } from "./lock-button";
import { LockSentence } from "./lock-sentence";

type LockedBannerProps = { group: Pick<GroupView, "id" | "name">; lock: GroupLock; person: Person };

/** No timer counts further. */
const longestTimerMs = 2 ** 31 - 1;

/** Reads the page anew when the lock ends by its time. */
function useEndOf({ until }: GroupLock) {
  const router = useRouter();
  useEffect(() => {
    const left = Math.min(longestTimerMs, Math.max(0, Date.parse(until) - Date.now()) + 1000);
    const timer = setTimeout(() => router.refresh(), left);
    return () => clearTimeout(timer);
  }, [until, router]);
}

/** That the group is locked; who may change that does it here. */
export function LockedBanner({ group, lock, person }: LockedBannerProps) {
  const t = useTranslations("grouplock");
  const announce = useAnnounce();
  const { pending, error, run } = useApiAction({ refresh: true });
  useEndOf(lock);
  const own = !isBound(lock, person);
  const lift = () =>
    run(
      () => apiRequest("DELETE", apis.groupLock(group.id)),
      () => announce(t("lifted")),
    );
  return (
    <>
      <Banner
        kind={own ? "info" : "warn"}
        title={<LockSentence name={group.name} lock={lock} own={own} />}
        action={
          can(person.role, "pushes:write") && mayLift(lock, person) ? (
            <>
              <LockButton group={group} lock={lock} person={person} />
              <Button size="sm" pending={pending} onClick={() => void lift()}>
                {t("lift")}
              </Button>
            </>
          ) : undefined
        }
      >
        {t(own ? "ownText" : "lockedText", { by: lock.byName })}
      </Banner>
      <FormError error={error} />
    </>
  );
}
