"use client";
import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusal } from "@/components/nodes/role-note";
import { AllowedButton } from "@/components/ui/allowed-button";
import { Later } from "@/components/ui/later";
import { part } from "@/lib/client/part";
import { type GroupLock, isBound, type Person } from "@/lib/domain/groups/lock";
import type { GroupView } from "@/lib/domain/groups/views";
import { can } from "@/lib/domain/people/roles";

const lockDialog = part(() => import("./lock-dialog").then((module) => module.LockDialog));

type LockButtonProps = { group: Pick<GroupView, "id" | "name">; lock?: GroupLock; person: Person };

/** Locks a group, or changes the lock it has. */
export function LockButton({ group, lock, person }: LockButtonProps) {
  const t = useTranslations("grouplock");
  const [open, setOpen] = useState(false);
  const taken = lock !== undefined && isBound(lock, person);
  const refusal = useRefusal(person.role, can(person.role, "pushes:write"));
  return (
    <>
      <AllowedButton
        refusal={refusal}
        size={lock ? "sm" : "md"}
        icon={lock ? undefined : <Lock size={16} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t(lock ? "change" : "button")}
      </AllowedButton>
      <Later part={lockDialog} open={open} onMissing={() => setOpen(false)}>
        {(LockDialog) => <LockDialog {...{ group, lock, taken, open }} onOpenChange={setOpen} />}
      </Later>
    </>
  );
}
