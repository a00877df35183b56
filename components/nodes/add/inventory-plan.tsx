"use client";
import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { type Column, Table } from "@/components/ui/table";
import { useGrowing } from "@/components/ui/use-growing";
import { groupOf } from "@/lib/domain/inventory/groups";
import type { InventoryRow } from "@/lib/domain/inventory/inventory";
import { HostText } from "../host-text";
import { addressOf } from "../node-state";

type InventoryPlanProps = {
  rows: readonly InventoryRow[];
  known: ReadonlySet<InventoryRow>;
  leftAside: ReadonlySet<InventoryRow>;
  onLeaveAside: (rows: ReadonlySet<InventoryRow>) => void;
  groups: ReadonlySet<string>;
  /** For machines that name none. */
  defaults: { username: string; port: number };
};

const growth = { first: 100, step: 200 };

/** Each machine as it would be made, what is known already, and a tick to leave one aside. */
export function InventoryPlan(props: InventoryPlanProps) {
  const { rows, known, leftAside, onLeaveAside } = props;
  const t = useTranslations("inventory");
  const columns = useColumns(props);
  const { drawn } = useGrowing(rows.length, growth);
  const fresh = rows.filter((row) => !known.has(row));
  return (
    <div className="space-y-2">
      {fresh.length > 1 ? (
        <Checkbox
          label={t("addAll")}
          checked={fresh.every((row) => !leftAside.has(row))}
          onChange={(event) => onLeaveAside(new Set(event.target.checked ? [] : fresh))}
        />
      ) : null}
      <Table
        caption={t("plan")}
        columns={columns}
        rows={rows.slice(0, drawn)}
        rowKey={({ host, port }) => `${host} ${port}`}
        dense
      />
    </div>
  );
}

function useColumns(props: InventoryPlanProps): Column<InventoryRow>[] {
  const { known, leftAside, onLeaveAside, groups, defaults } = props;
  const t = useTranslations("inventory");
  const toggle = (row: InventoryRow) => {
    const next = new Set(leftAside);
    if (!next.delete(row)) next.add(row);
    onLeaveAside(next);
  };
  return [
    {
      key: "pick",
      header: t("columns.pick"),
      headerHidden: true,
      cell: (row) => (
        <Checkbox
          label={t("add", { name: row.name })}
          labelHidden
          disabled={known.has(row)}
          checked={!known.has(row) && !leftAside.has(row)}
          onChange={() => toggle(row)}
        />
      ),
    },
    {
      key: "name",
      header: t("columns.name"),
      primary: true,
      className: "break-words",
      cell: ({ name }) => name,
    },
    {
      key: "address",
      header: t("columns.address"),
      cell: ({ username, host, port }) => (
        <HostText
          text={`${username ?? defaults.username}@${addressOf({ host, port: port ?? defaults.port })}`}
        />
      ),
    },
    {
      key: "group",
      header: t("columns.group"),
      className: "break-words",
      cell: (row) => groupOf(row, groups).group,
    },
    { key: "role", header: t("columns.role"), cell: ({ role }) => (role ? t(`roles.${role}`) : null) },
    {
      key: "hint",
      header: t("columns.hint"),
      cell: ({ hint }) => (hint ? <code className="text-code [overflow-wrap:anywhere]">{hint}</code> : null),
    },
    {
      key: "state",
      header: t("columns.state"),
      cell: (row) => {
        if (known.has(row)) return <span className="text-muted">{t("known")}</span>;
        return leftAside.has(row) ? <span className="text-muted">{t("unpicked")}</span> : t("fresh");
      },
    },
  ];
}
