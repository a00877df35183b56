"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { LockedFor } from "@/lib/domain/groups/lockers";
import type { NodeView } from "@/lib/domain/nodes/views";
import { BulkActions } from "./bulk-actions";
import type { DiffersInWords } from "./differs";
import { noFilter } from "./node-filter";
import { NodeFilterBar } from "./node-filter-bar";
import { NodeTable } from "./node-table";
import { TestMany } from "./test-many";
import { useNodeFilter } from "./use-node-filter";

type NodeListProps = {
  nodes: NodeView[];
  groups: LockedFor[];
  differing: readonly DiffersInWords[];
  refusal: string | undefined;
  isVouchable: boolean;
};

/** Every node, narrowed and sorted by what stands in the address; ticked ones stay ticked when the filter changes. */
export function NodeList({ nodes, groups, differing, refusal, isVouchable }: NodeListProps) {
  const t = useTranslations("nodes");
  const own = useTranslations("nodes.list");
  const common = useTranslations("common");
  const router = useRouter();
  const { filter, shown, change } = useNodeFilter(nodes);
  const { chosen, choose, clear } = useChosen();
  const picked = nodes.filter(({ id }) => chosen.has(id));
  const hidden = picked.length - shown.filter(({ id }) => chosen.has(id)).length;
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="font-semibold text-lg">{t("all")}</h2>
        {picked.length === 0 ? <TestMany nodes={shown} refusal={refusal} isVouchable={isVouchable} /> : null}
      </div>
      <NodeFilterBar filter={filter} groups={groups} onChange={change} />
      <div className="flex flex-wrap items-center justify-between gap-2 text-sm">
        <p role="status" className="text-muted tabular-nums">
          {t("shown", { shown: shown.length, total: nodes.length })}
        </p>
        {shown.length > 0 ? (
          <Button
            size="sm"
            className="md:hidden"
            onClick={() =>
              choose(
                shown.map(({ id }) => id),
                true,
              )
            }
          >
            {own("pickAll", { count: shown.length })}
          </Button>
        ) : null}
      </div>
      {picked.length > 0 ? (
        <BulkActions
          isVouchable={isVouchable}
          chosen={picked}
          hidden={hidden}
          groups={groups}
          refusal={refusal}
          onClear={clear}
          onTrusted={() => router.refresh()}
        />
      ) : null}
      {shown.length > 0 ? (
        <NodeTable
          nodes={shown}
          sort={filter.sort}
          chosen={chosen}
          differing={differing}
          onSort={(sort) => change({ sort })}
          onChoose={choose}
        />
      ) : (
        <EmptyState
          title={t("noMatch")}
          action={
            <Button onClick={() => change({ ...noFilter, sort: filter.sort })}>
              {common("clearFilters")}
            </Button>
          }
        />
      )}
    </div>
  );
}

function useChosen() {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const choose = useCallback(
    (ids: readonly string[], isChosen: boolean) =>
      setChosen((last) => {
        const next = new Set(last);
        for (const id of ids) isChosen ? next.add(id) : next.delete(id);
        return next;
      }),
    [],
  );
  const clear = useCallback(() => setChosen(new Set()), []);
  return { chosen, choose, clear };
}
