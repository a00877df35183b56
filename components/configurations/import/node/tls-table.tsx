"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Select } from "@/components/ui/select";
import { type Column, Table } from "@/components/ui/table";
import type { TlsOutlook } from "@/lib/domain/node-files/views";
import { TlsFound } from "./tls-found";

type TlsTableProps = {
  tls: readonly TlsOutlook[];
  /** Units whose paths stay although they could be taken over. */
  kept: ReadonlySet<string>;
  onKept: (kept: ReadonlySet<string>) => void;
};

/** The TLS files a node's file names: what each is, and whether it becomes a stored certificate or stays a path. */
export function TlsTable({ tls, kept, onKept }: TlsTableProps) {
  const t = useTranslations("nodefile.tls");
  const choose = (id: string, keeps: boolean) => {
    const next = new Set(kept);
    if (keeps) next.add(id);
    else next.delete(id);
    onKept(next);
  };
  const columns: Column<TlsOutlook>[] = [
    {
      key: "files",
      header: t("files"),
      primary: true,
      className: "w-1/3",
      cell: (unit) => <Files unit={unit} />,
    },
    { key: "found", header: t("found"), cell: (unit) => <TlsFound unit={unit} /> },
    {
      key: "becomes",
      header: t("becomes"),
      className: "w-1/4",
      cell: (unit) => <Becomes unit={unit} keeps={kept.has(unit.id)} onChoose={choose} />,
    },
  ];
  return (
    <Card title={t("title")} description={t("description")} flush>
      <Table caption={t("title")} columns={columns} rows={[...tls]} rowKey={({ id }) => id} bare />
    </Card>
  );
}

function Files({ unit: { files, hosts } }: { unit: TlsOutlook }) {
  const t = useTranslations("nodefile.tls");
  return (
    <div className="space-y-0.5">
      {files.map(({ file, path }) => (
        <code key={file} className="block text-code [overflow-wrap:anywhere]">
          {path}
        </code>
      ))}
      <p className="text-muted text-sm [overflow-wrap:anywhere]">
        {t("of", { host: hosts[0] ?? "", more: hosts.length - 1 })}
      </p>
    </div>
  );
}

type BecomesProps = {
  unit: TlsOutlook;
  keeps: boolean;
  onChoose: (id: string, keeps: boolean) => void;
};

function Becomes({ unit, keeps, onChoose }: BecomesProps) {
  const t = useTranslations("nodefile.tls");
  if (unit.take === null) return <span className="text-muted">{t("stays")}</span>;
  const { slug, isStored } = unit.take;
  return (
    <div className="space-y-1">
      <Select
        aria-label={t("choice", { path: unit.files[0]?.path ?? "" })}
        value={keeps ? "path" : "take"}
        onChange={({ target }) => onChoose(unit.id, target.value === "path")}
        options={[
          { value: "take", label: t(isStored ? "reuse" : "store") },
          { value: "path", label: t("keep") },
        ]}
      />
      <p className="text-muted text-sm [overflow-wrap:anywhere]">{keeps ? t("keepHint") : slug}</p>
    </div>
  );
}
