"use client";
import { ChevronDown, ListPlus, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { AllowedButton } from "@/components/ui/allowed-button";
import { Button } from "@/components/ui/button";
import { Menu, MenuLink } from "@/components/ui/menu";
import { pages } from "@/lib/domain/paths";

/** The page's main action: one node by a form or many by paste. */
export function AddNodes({ refusal }: { refusal: string | undefined }) {
  const t = useTranslations("nodes");
  if (refusal !== undefined)
    return (
      <AllowedButton variant="primary" refusal={refusal}>
        {t("add")}
      </AllowedButton>
    );
  return (
    <Menu
      trigger={
        <Button variant="primary">
          {t("add")}
          <ChevronDown size={14} aria-hidden />
        </Button>
      }
    >
      <MenuLink href={pages.newNode()} icon={<Plus size={16} aria-hidden />}>
        {t("addOne")}
      </MenuLink>
      <MenuLink href={pages.importNodes()} icon={<ListPlus size={16} aria-hidden />}>
        {t("addMany")}
      </MenuLink>
    </Menu>
  );
}
