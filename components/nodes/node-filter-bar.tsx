"use client";
import { useTranslations } from "next-intl";
import { FilterInput } from "@/components/ui/filter-input";
import { Select } from "@/components/ui/select";
import type { Named } from "@/lib/domain/named";
import { type NodeFilter, roleFilters, withoutGroup } from "./node-filter";
import { readSort, sortKeys } from "./node-sort";
import { nodeStates } from "./node-state";

type BarProps = { filter: NodeFilter; groups: Named[]; onChange: (part: Partial<NodeFilter>) => void };

/** What narrows the list; on small screens, where there are no column headers, also what it is sorted by. */
export function NodeFilterBar({ filter, groups, onChange }: BarProps) {
  const t = useTranslations("nodes");
  const own = useTranslations("nodes.list");
  const groupOptions = [
    { value: "", label: t("anyGroup") },
    ...groups.map(({ id, name }) => ({ value: id, label: name })),
    { value: withoutGroup, label: t("noGroup") },
  ];
  const roleOptions = [
    { value: "", label: own("anyRole") },
    ...roleFilters.map((role) => ({ value: role, label: own(`roles.${role}`) })),
  ];
  const stateOptions = [
    { value: "", label: t("anyState") },
    ...nodeStates.map((state) => ({ value: state, label: t(`states.${state}`) })),
  ];
  const sortOptions = sortKeys.flatMap((key) => [
    { value: key, label: own("ascending", { column: t(`columns.${key}`) }) },
    { value: `-${key}`, label: own("descending", { column: t(`columns.${key}`) }) },
  ]);
  const { key, descending } = readSort(filter.sort);
  return (
    <search className="flex flex-wrap items-center gap-2">
      <FilterInput label={t("filter")} value={filter.q} onChange={(q) => onChange({ q })} />
      <Select
        aria-label={t("columns.group")}
        className="w-full sm:w-44"
        options={groupOptions}
        value={filter.group}
        onChange={(event) => onChange({ group: event.target.value })}
      />
      <Select
        aria-label={own("role")}
        className="w-full sm:w-36"
        options={roleOptions}
        value={filter.role}
        onChange={(event) => onChange({ role: event.target.value })}
      />
      <Select
        aria-label={t("columns.state")}
        className="w-full sm:w-40"
        options={stateOptions}
        value={filter.state}
        onChange={(event) => onChange({ state: event.target.value })}
      />
      <Select
        aria-label={own("sort")}
        className="w-full md:hidden"
        options={sortOptions}
        value={`${descending ? "-" : ""}${key}`}
        onChange={(event) => onChange({ sort: event.target.value === "name" ? "" : event.target.value })}
      />
    </search>
  );
}
