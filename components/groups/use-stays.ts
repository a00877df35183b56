"use client";
import { useTranslations } from "next-intl";
import type { LockedFor } from "@/lib/domain/groups/lockers";
import type { NodeView } from "@/lib/domain/nodes/views";

/** Why a node can leave its group neither for another one nor for good: the sentence where the group is locked. */
export function useStays(groups: readonly LockedFor[]) {
  const t = useTranslations("groups");
  return ({ group }: Pick<NodeView, "group">): string | undefined => {
    const locked = groups.find(({ id }) => id === group?.id);
    return locked?.lockedBy ? t("stays", { group: locked.name, by: locked.lockedBy }) : undefined;
  };
}
