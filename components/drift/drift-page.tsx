"use client";
import { useTranslations } from "next-intl";
import { useRefusal } from "@/components/nodes/role-note";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { toCards } from "@/lib/domain/drift/cards";
import type { DriftOverview } from "@/lib/domain/drift/views";
import type { Person } from "@/lib/domain/groups/lock";
import type { GroupView } from "@/lib/domain/groups/views";
import { mayReadNodeFiles } from "@/lib/domain/node-files/rights";
import { pages } from "@/lib/domain/paths";
import { can } from "@/lib/domain/people/roles";
import { CheckButton } from "./check-button";
import { DriftCardView } from "./drift-card";
import { applyFilter, type DriftFilter, isFiltered } from "./drift-filter";
import { StateFilter } from "./state-filter";
import { SyncSummary } from "./sync-summary";

type DriftPageProps = {
  drift: DriftOverview;
  filter: DriftFilter;
  person: Person;
  /** Groups whose lock is held. */
  locked: readonly Pick<GroupView, "id" | "lock">[];
};

/** Where nodes differ from what their groups want, and what to do about it. */
export function DriftPage({ drift, filter, person, locked }: DriftPageProps) {
  const t = useTranslations("drift");
  const { nodes, diffs, everyMinutes } = drift;
  const { role } = person;
  const shown = applyFilter(nodes, filter);
  // What is as it should be needs no card of its own.
  const cards = toCards(shown).filter(({ state }) => state !== "in-sync" || filter.state === "in-sync");
  const mayCheck = useRefusal(role, can(role, "nodes:write"));
  const mayDecide = can(role, "pushes:write") ? undefined : t("mayNotDecide");
  const judged = shown.filter(({ wanted }) => wanted !== null);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t(everyMinutes === 0 ? "leadByHand" : "lead", { minutes: everyMinutes })}
        actions={judged.length > 0 ? <CheckButton nodes={judged} refusal={mayCheck} primary /> : undefined}
      />
      {nodes.length === 0 ? (
        <EmptyState
          title={t("noNodes")}
          action={
            <LinkButton variant="primary" href={pages.nodes()}>
              {t("toNodes")}
            </LinkButton>
          }
        >
          {t("noNodesText")}
        </EmptyState>
      ) : (
        <div className="space-y-4">
          <StateFilter nodes={nodes} filter={filter} />
          <SyncSummary nodes={shown} filtered={isFiltered(filter)} />
          {cards.map((card) => (
            <DriftCardView
              key={card.key}
              card={card}
              diff={card.difference === null ? null : (diffs[card.difference] ?? null)}
              lock={locked.find(({ id }) => id === card.nodes[0]?.group?.id)?.lock ?? null}
              person={person}
              rights={{ mayCheck, mayDecide, mayAdopt: mayReadNodeFiles(role) }}
            />
          ))}
        </div>
      )}
    </>
  );
}
