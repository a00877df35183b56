"use client";
import { useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/text-link";
import { pages } from "@/lib/domain/paths";

/** How many nodes of a group hold something else than it wants, as the way to what differs. */
export function Differing({ groupId, count }: { groupId: string; count: number }) {
  const t = useTranslations("groups");
  if (count === 0) return null;
  return (
    <span className="block">
      <TextLink href={pages.drift({ group: groupId })} className="text-warn underline">
        {t("differing", { count })}
      </TextLink>
    </span>
  );
}
