"use client";

import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { type Column, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import type { HistoryLine, RevisionHistory } from "@/lib/domain/configurations/views";
import { pages } from "@/lib/domain/paths";
import { HoldingList } from "./holding-list";
import { RestoreDialog } from "./restore-dialog";
import { RevisionMenu } from "./revision-menu";
import { RevisionMessage } from "./revision-message";

type RevisionTableProps = {
  id: string;
  history: RevisionHistory;
  shown: number | null;
  mayRestore: boolean;
};

/** Saved states of a configuration, the newest first. */
export function RevisionTable({ id, history, shown, mayRestore }: RevisionTableProps) {
  const t = useTranslations("revisions");
  const [restoring, setRestoring] = useState<number | null>(null);
  const { newest, lines } = history;
  const columns = useMemo(
    (): Column<HistoryLine>[] => [
      {
        key: "number",
        header: t("number"),
        primary: true,
        cell: ({ number }) => (
          <span className="inline-flex items-center gap-2">
            <TextLink
              href={pages.revisions(id, { show: number })}
              aria-current={number === shown ? "true" : undefined}
            >
              {t("label", { number })}
            </TextLink>
            {number === newest ? <Badge tone="neutral">{t("newer")}</Badge> : null}
          </span>
        ),
      },
      { key: "message", header: t("message"), cell: (line) => <RevisionMessage line={line} /> },
      { key: "changes", header: t("changes"), cell: (line) => <Changes id={id} line={line} /> },
      { key: "author", header: t("author"), cell: ({ authorName }) => authorName },
      { key: "time", header: t("time"), cell: ({ createdAt }) => <Time value={createdAt} /> },
      {
        key: "where",
        header: t("where"),
        cell: ({ holdings }) => <HoldingList holdings={holdings} />,
      },
      {
        key: "actions",
        header: t("actions"),
        headerHidden: true,
        align: "end",
        cell: ({ number }) => (
          <RevisionMenu
            id={id}
            number={number}
            newest={newest}
            onRestore={mayRestore && number !== newest ? () => setRestoring(number) : null}
          />
        ),
      },
    ],
    [t, id, shown, newest, mayRestore],
  );
  return (
    <>
      <Table caption={t("caption")} columns={columns} rows={lines} rowKey={(line) => String(line.number)} />
      {restoring === null ? null : (
        <RestoreDialog task={{ id, number: restoring, newest }} onClose={() => setRestoring(null)} />
      )}
    </>
  );
}

function Changes({ id, line: { number, changes } }: { id: string; line: HistoryLine }) {
  const t = useTranslations("revisions");
  if (changes === null) return <span className="whitespace-nowrap text-faint">{t("first")}</span>;
  return (
    <TextLink
      className="whitespace-nowrap tabular-nums"
      href={pages.compareRevisions(id, { from: number - 1, to: number })}
      aria-label={t("changeCountOf", { number, count: changes })}
    >
      {t("changeCount", { count: changes })}
    </TextLink>
  );
}
