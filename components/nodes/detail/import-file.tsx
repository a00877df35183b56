"use client";
import { useTranslations } from "next-intl";
import { AllowedButton } from "@/components/ui/allowed-button";
import { LinkButton } from "@/components/ui/link-button";
import type { Named } from "@/lib/domain/named";
import { mayReadNodeFiles } from "@/lib/domain/node-files/rights";
import { pages } from "@/lib/domain/paths";
import type { Role } from "@/lib/domain/people/roles";

/** Leads to the import of the node's own file, or says what that asks for. */
export function ImportFile({ node, role }: { node: Named; role: Role }) {
  const t = useTranslations("nodefile");
  const roles = useTranslations("shell.roles");
  if (mayReadNodeFiles(role)) {
    return <LinkButton href={pages.importConfiguration(node.id)}>{t("importIts")}</LinkButton>;
  }
  return <AllowedButton refusal={t("forbidden", { role: roles(role) })}>{t("importIts")}</AllowedButton>;
}
