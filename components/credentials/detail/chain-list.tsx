"use client";
import { useTranslations } from "next-intl";
import { Expires } from "@/components/credentials/expires";
import { Card } from "@/components/ui/card";
import { type Column, Table } from "@/components/ui/table";
import type { ChainLink } from "@/lib/domain/certificates/chain";

const grown = "max-md:h-auto";

type Row = ChainLink & { position: number };

/** Every certificate of a file, in its order. */
export function ChainList({ links, now }: { links: readonly ChainLink[]; now: string }) {
  const t = useTranslations("certificates.chain");
  const columns: Column<Row>[] = [
    {
      key: "subject",
      className: grown,
      header: t("subject"),
      primary: true,
      cell: ({ position, subject }) => (
        <span className="[overflow-wrap:anywhere]">
          {position}. {subject || "–"}
        </span>
      ),
    },
    {
      key: "issuer",
      className: grown,
      header: t("issuer"),
      cell: ({ issuer, isSelfSigned }) => (
        <span className="[overflow-wrap:anywhere]">{isSelfSigned ? t("self") : issuer || "–"}</span>
      ),
    },
    { key: "ca", header: t("ca"), cell: ({ isCa }) => t(isCa ? "yes" : "no") },
    { key: "key", header: t("key"), cell: ({ keyKind }) => keyKind },
    {
      key: "expires",
      className: grown,
      header: t("expires"),
      cell: ({ notAfter }) => <Expires notAfter={notAfter} now={now} />,
    },
  ];
  return (
    <Card title={t("title")} flush>
      <Table
        bare
        caption={t("title")}
        columns={columns}
        rows={links.map((link, index) => ({ ...link, position: index + 1 }))}
        rowKey={({ position }) => String(position)}
      />
    </Card>
  );
}
