"use client";
import { useTranslations } from "next-intl";
import { LinkTabs } from "@/components/ui/link-tabs";
import { countStates } from "@/lib/domain/drift/cards";
import { driftStates } from "@/lib/domain/drift/states";
import type { DriftNode } from "@/lib/domain/drift/views";
import { pages } from "@/lib/domain/paths";
import { applyFilter, type DriftFilter } from "./drift-filter";

/** The states there are, with how many nodes are in each. */
export function StateFilter({ nodes, filter }: { nodes: readonly DriftNode[]; filter: DriftFilter }) {
  const t = useTranslations("drift");
  const { group, node } = filter;
  const place = { ...(group && { group }), ...(node && { node }) };
  const within = applyFilter(nodes, { group, node });
  const counts = countStates(within);
  const present = driftStates.filter((state) => counts[state] > 0 || state === filter.state);
  return (
    <LinkTabs
      label={t("filter")}
      items={[
        {
          href: pages.drift(place),
          label: t("all"),
          current: filter.state === undefined,
          count: within.length,
        },
        ...present.map((state) => ({
          href: pages.drift({ ...place, state }),
          label: t(`states.${state}`),
          current: filter.state === state,
          count: counts[state],
        })),
      ]}
    />
  );
}
