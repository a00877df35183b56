"use client";
import { useTranslations } from "next-intl";
import { roles } from "@/lib/domain/people/roles";

/** Each role with what it may do. */
export function useRoleOptions() {
  const t = useTranslations("people.roleHints");
  const names = useTranslations("shell.roles");
  return roles.map((value) => ({ value, label: names(value), hint: t(value) }));
}
