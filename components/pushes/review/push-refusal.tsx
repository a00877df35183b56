"use client";
import { FormError } from "@/components/fields/form-error";
import type { ApiError } from "@/lib/client/api";
import { LockedGroup } from "./locked-group";

const textOf = ({ params }: ApiError, name: string): string => String(params[name] ?? "");

/** Why a review or a start was refused; a lock of the group with the reader's own time, and with ways on. */
export function PushRefusal({ error, groupId }: { error: ApiError | undefined; groupId: string }) {
  if (error?.reason !== "groupLocked") return <FormError error={error} />;
  const lock = {
    until: textOf(error, "until"),
    byName: textOf(error, "by"),
    reason: textOf(error, "reason"),
  };
  return <LockedGroup group={{ id: groupId, name: textOf(error, "name") }} lock={lock} refused />;
}
