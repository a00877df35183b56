"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterInput } from "@/components/ui/filter-input";
import { Select } from "@/components/ui/select";
import { Table } from "@/components/ui/table";
import type { Named } from "@/lib/domain/named";
import type { NodeView } from "@/lib/domain/nodes/views";
import { useNodeColumns } from "./node-columns";
import { filterUrl, matchesFilter, type NodeFilter, withoutGroup } from "./node-filter";
import { nodeStates } from "./node-state";
import { TestMany } from "./test-many";

type NodeListProps = {
  nodes: NodeView[];
  groups: Named[];
  initial: NodeFilter;
  refusal: string | undefined;
};

/** Every node, narrowed by a filter that stands in the address. */
export function NodeList({ nodes, groups, initial, refusal }: NodeListProps) {
  const t = useTranslations("nodes");
  const common = useTranslations("common");
  const columns = useNodeColumns({ withGroup: true });
  const [filter, setFilter] = useState(initial);
  const shown = nodes.filter((node) => matchesFilter(node, filter));
  function change(part: Partial<NodeFilter>) {
    const next = { ...filter, ...part };
    setFilter(next);
    window.history.replaceState(null, "", filterUrl(next));
  }
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="font-semibold text-lg">{t("all")}</h2>
        <TestMany nodes={shown} refusal={refusal} />
      </div>
      <NodeFilterBar filter={filter} groups={groups} onChange={change} />
      <p role="status" className="text-muted text-sm tabular-nums">
        {t("shown", { shown: shown.length, total: nodes.length })}
      </p>
      {shown.length > 0 ? (
        <Table caption={t("all")} columns={columns} rows={shown} rowKey={({ id }) => id} />
      ) : (
        <EmptyState
          title={t("noMatch")}
          action={
            <Button onClick={() => change({ q: "", group: "", state: "" })}>{common("clearFilters")}</Button>
          }
        />
      )}
    </div>
  );
}

type BarProps = { filter: NodeFilter; groups: Named[]; onChange: (part: Partial<NodeFilter>) => void };

function NodeFilterBar({ filter, groups, onChange }: BarProps) {
  const t = useTranslations("nodes");
  const groupOptions = [
    { value: "", label: t("anyGroup") },
    ...groups.map(({ id, name }) => ({ value: id, label: name })),
    { value: withoutGroup, label: t("noGroup") },
  ];
  const stateOptions = [
    { value: "", label: t("anyState") },
    ...nodeStates.map((state) => ({ value: state, label: t(`states.${state}`) })),
  ];
  return (
    <search className="flex flex-wrap items-center gap-2">
      <FilterInput label={t("filter")} value={filter.q} onChange={(q) => onChange({ q })} />
      <Select
        aria-label={t("columns.group")}
        className="w-full sm:w-48"
        options={groupOptions}
        value={filter.group}
        onChange={(event) => onChange({ group: event.target.value })}
      />
      <Select
        aria-label={t("columns.state")}
        className="w-full sm:w-44"
        options={stateOptions}
        value={filter.state}
        onChange={(event) => onChange({ state: event.target.value })}
      />
    </search>
  );
}
