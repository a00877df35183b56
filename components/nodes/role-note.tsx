"use client";
import { useTranslations } from "next-intl";

/** The same reason in the text of the page, for readers who have no pointer to hover with. */
export function RoleNote({ refusal }: { refusal: string | undefined }) {
  if (refusal === undefined) return null;
  return <p className="-mt-3 mb-6 max-w-prose text-muted text-sm">{refusal}</p>;
}

/** The sentence for a role that may not change nodes and groups. */
export function useRefusal(role: string, allowed: boolean): string | undefined {
  const t = useTranslations("nodes");
  const roles = useTranslations("shell.roles");
  return allowed ? undefined : t("forbidden", { role: roles(role) });
}
