"use client";
import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { TextLink } from "@/components/ui/text-link";
import { authorityLines } from "@/lib/domain/nodes/host-authority";
import { pages } from "@/lib/domain/paths";

/** Lines of authorities in what was pasted as host keys: where they belong. */
export function PastedAuthorities({ pasted }: { pasted: string }) {
  const t = useTranslations("vouching");
  const count = authorityLines(pasted).length;
  if (count === 0) return null;
  return (
    <Banner kind="info" role="status" title={t("pastedTitle", { count })}>
      {t("pastedText")}{" "}
      <TextLink href={`${pages.credentials("ssh")}#host-authorities`}>{t("pastedLink")}</TextLink>
    </Banner>
  );
}
