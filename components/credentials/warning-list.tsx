"use client";
import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { severityOf } from "@/lib/domain/certificates/chain";
import type { CertificateWarning } from "@/lib/domain/certificates/schema";
import { bannerOf } from "./severity-banner";

type WarningListProps = {
  warnings: readonly CertificateWarning[];
  order: readonly number[] | null;
  /** Offered while the text can still be changed. */
  onReorder?: (order: readonly number[]) => void;
};

/** What is worth a word about the certificates of one file. */
export function WarningList({ warnings, order, onReorder }: WarningListProps) {
  const t = useTranslations("certificates");
  return warnings.map(({ code, position }) => (
    <Banner
      key={`${code} ${position}`}
      kind={bannerOf[severityOf(code)]}
      action={
        code === "chain-order" && order && onReorder ? (
          <Button size="sm" onClick={() => onReorder(order)}>
            {t("reorder")}
          </Button>
        ) : undefined
      }
    >
      {t(`warning.${code}`, { position, order: order?.join(", ") ?? "" })}
    </Banner>
  ));
}
