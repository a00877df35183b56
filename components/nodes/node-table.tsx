"use client";
import { useTranslations } from "next-intl";
import { memo, useMemo } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { type Column, Table } from "@/components/ui/table";
import { useGrowing } from "@/components/ui/use-growing";
import type { NodeView } from "@/lib/domain/nodes/views";
import type { DiffersInWords } from "./differs";
import { useNodeColumns } from "./node-columns";
import { nextSort, readSort, sortKeys } from "./node-sort";

type NodeTableProps = {
  nodes: NodeView[];
  sort: string;
  chosen: ReadonlySet<string>;
  differing: readonly DiffersInWords[];
  onSort: (sort: string) => void;
  onChoose: (ids: readonly string[], chosen: boolean) => void;
};

const growth = { first: 100, step: 150 };
// Going back to a list brings its scroll position back, which only a list that is whole at once has room for.
let wasWhole = 0;

/** The nodes that match, with a tick box each and one for all of them. */
export const NodeTable = memo(function NodeTable(props: NodeTableProps) {
  const { nodes, sort, chosen, differing, onSort, onChoose } = props;
  const t = useTranslations("nodes");
  const { drawn } = useGrowing(nodes.length, { ...growth, first: Math.max(growth.first, wasWhole) });
  wasWhole = Math.max(wasWhole, drawn);
  const plain = useNodeColumns({ withGroup: true, differing });
  const pick = usePick(nodes, chosen, onChoose);
  const columns = useMemo(() => {
    const { key: sorted, descending } = readSort(sort);
    const direction = descending ? ("descending" as const) : ("ascending" as const);
    return [
      pick,
      ...plain.map((column) => {
        const key = sortKeys.find((known) => known === column.key);
        if (!key) return column;
        const onClick = () => onSort(nextSort(sort, key));
        return { ...column, sort: { direction: key === sorted ? direction : undefined, onSort: onClick } };
      }),
    ];
  }, [pick, plain, sort, onSort]);
  return <Table caption={t("all")} columns={columns} rows={nodes.slice(0, drawn)} rowKey={({ id }) => id} />;
});

function usePick(
  nodes: readonly NodeView[],
  chosen: ReadonlySet<string>,
  onChoose: NodeTableProps["onChoose"],
): Column<NodeView> {
  const t = useTranslations("nodes.list");
  const every = nodes.every(({ id }) => chosen.has(id));
  const ids = nodes.map(({ id }) => id);
  return {
    key: "pick",
    header: t("pick"),
    headerHidden: true,
    headerContent: (
      <Checkbox
        label={t("pickAll", { count: nodes.length })}
        labelHidden
        checked={every}
        onChange={() => onChoose(ids, !every)}
      />
    ),
    cell: ({ id, name }) => (
      <Checkbox
        label={t("pickOne", { name })}
        labelHidden
        checked={chosen.has(id)}
        onChange={() => onChoose([id], !chosen.has(id))}
      />
    ),
  };
}
