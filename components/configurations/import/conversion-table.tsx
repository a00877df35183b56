"use client";

import { ArrowRight, Check, Minus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { type Column, Table } from "@/components/ui/table";
import type { ConversionRow, Outcome } from "@/lib/domain/formats/outcomes";

const looks = {
  taken: { tone: "ok", icon: <Check size={12} aria-hidden /> },
  changed: { tone: "info", icon: <ArrowRight size={12} aria-hidden /> },
  left: { tone: "neutral", icon: <Minus size={12} aria-hidden /> },
} as const satisfies Record<Outcome, unknown>;

const shownAtFirst = 50;
type Numbered = ConversionRow & { number: number };

/** For each key of a file of another tool: what it becomes, or why it cannot be taken over. */
export function ConversionTable({ rows }: { rows: readonly ConversionRow[] }) {
  const t = useTranslations("import");
  const [all, setAll] = useState(false);
  const numbered = rows.map((row, number): Numbered => ({ ...row, number }));
  const shown = all ? numbered : numbered.slice(0, shownAtFirst);
  const columns: Column<Numbered>[] = [
    {
      key: "path",
      header: t("key"),
      primary: true,
      className: "w-1/3",
      cell: ({ path }) => <code className="text-code [overflow-wrap:anywhere]">{path}</code>,
    },
    {
      key: "outcome",
      header: t("outcome"),
      className: "whitespace-nowrap",
      cell: ({ outcome }) => (
        <Badge tone={looks[outcome].tone} icon={looks[outcome].icon}>
          {t(`outcomes.${outcome}`)}
        </Badge>
      ),
    },
    {
      key: "text",
      header: t("becomes"),
      cell: ({ code, params }) => (
        <span className="[overflow-wrap:anywhere]">{t(`row.${code}`, { ...params })}</span>
      ),
    },
  ];
  const count = (outcome: Outcome) => rows.filter((row) => row.outcome === outcome).length;
  return (
    <Card
      title={t("conversion")}
      description={t("conversionCounts", {
        taken: count("taken"),
        changed: count("changed"),
        left: count("left"),
      })}
      flush
    >
      <Table
        caption={t("conversion")}
        columns={columns}
        rows={shown}
        rowKey={({ number }) => `${number}`}
        dense
        bare
      />
      {shown.length < numbered.length ? (
        <div className="p-3">
          <Button size="sm" onClick={() => setAll(true)}>
            {t("showAll", { count: numbered.length })}
          </Button>
        </div>
      ) : null}
    </Card>
  );
}
