"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { type Column, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import type { RevisionLine } from "@/lib/domain/configurations/views";
import { pages } from "@/lib/domain/paths";

type RevisionTableProps = { id: string; revisions: RevisionLine[]; shown: number | null };

/** Every saved state of a configuration, the newest first. */
export function RevisionTable({ id, revisions, shown }: RevisionTableProps) {
  const t = useTranslations("configurations.revisions");
  const columns = useMemo(
    (): Column<RevisionLine>[] => [
      {
        key: "number",
        header: t("number"),
        primary: true,
        cell: ({ number }) => (
          <TextLink
            href={`${pages.revisions(id)}?show=${number}`}
            aria-current={number === shown ? "true" : undefined}
          >
            {t("label", { number })}
          </TextLink>
        ),
      },
      {
        key: "message",
        header: t("message"),
        cell: ({ message }) => message || <span className="text-faint">{t("noMessage")}</span>,
      },
      { key: "author", header: t("author"), cell: ({ authorName }) => authorName },
      { key: "time", header: t("time"), cell: ({ createdAt }) => <Time value={createdAt} /> },
    ],
    [t, id, shown],
  );
  return (
    <Table caption={t("caption")} columns={columns} rows={revisions} rowKey={(line) => String(line.number)} />
  );
}
