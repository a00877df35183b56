"use client";
import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/link-button";
import { pages } from "@/lib/domain/paths";
import { useRefusal } from "./role-note";

/** In place of a form that the reader's role may not send. */
export function NotAllowed({ role }: { role: string }) {
  const t = useTranslations("nodes.missing");
  return (
    <Banner
      kind="info"
      action={
        <LinkButton size="sm" href={pages.nodes()}>
          {t("back")}
        </LinkButton>
      }
    >
      {useRefusal(role, false)}
    </Banner>
  );
}
