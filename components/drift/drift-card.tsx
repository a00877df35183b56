"use client";
import { useTranslations } from "next-intl";
import { DiffTable } from "@/components/diff/diff-table";
import { LockMark } from "@/components/groups/lock/lock-mark";
import { useLockWords } from "@/components/groups/lock/use-lock-words";
import { useFaultWords } from "@/components/nodes/use-fault-words";
import { Card } from "@/components/ui/card";
import { StatusBadge } from "@/components/ui/status-badge";
import { TextLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import { useList } from "@/components/ui/use-list";
import type { DriftCard } from "@/lib/domain/drift/views";
import type { GroupLock, Person } from "@/lib/domain/groups/lock";
import { pages } from "@/lib/domain/paths";
import type { NodeDiff } from "@/lib/domain/pushes/views";
import { DriftActions, type DriftRights } from "./drift-actions";
import { driftLooks } from "./looks";

type DriftCardProps = {
  card: DriftCard;
  diff: NodeDiff | null;
  /** Of the group of its nodes. */
  lock: GroupLock | null;
  person: Person;
  rights: Omit<DriftRights, "mayPush">;
};

/** Nodes about which one thing is to be decided: what they are, what differs, and the ways on. */
export function DriftCardView({ card, diff, lock, person, rights }: DriftCardProps) {
  const t = useTranslations("drift");
  const mayPush = useLockWords(lock, person);
  const list = useList();
  const { state, nodes } = card;
  const [first] = nodes;
  const names = list(nodes.map(({ name }) => name));
  const wanted = first?.wanted;
  return (
    <Card
      title={
        <span className="flex flex-wrap items-center gap-2">
          <StatusBadge status={driftLooks[state]} label={t(`states.${state}`)} />
          {t("nodes", { count: nodes.length })}
          {first?.group ? (
            <TextLink href={pages.group(first.group.id)} className="font-normal">
              {first.group.name}
            </TextLink>
          ) : null}
          <LockMark lock={lock} />
        </span>
      }
      description={t(`texts.${state}`, {
        revision: wanted ? `${wanted.configuration.name} r${wanted.number}` : "",
      })}
      actions={<DriftActions card={card} diff={diff} rights={{ ...rights, mayPush }} />}
    >
      <div className="space-y-3">
        <NodeNames card={card} />
        <Snooze card={card} />
        {diff && wanted ? (
          <>
            <p className="text-muted text-sm">
              {t("sides", { revision: `${wanted.configuration.name} r${wanted.number}` })}
            </p>
            <DiffTable diff={diff} caption={t("diffOf", { names })} />
          </>
        ) : null}
      </div>
    </Card>
  );
}

function NodeNames({ card: { nodes } }: { card: DriftCard }) {
  const t = useTranslations("drift");
  const words = useFaultWords();
  return (
    <ul className="space-y-1">
      {nodes.map(({ id, name, wanted, checkedAt, since, file, fault }) => (
        <li key={id} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
          <TextLink href={pages.node(id)}>{name}</TextLink>
          {wanted ? (
            <span className="text-muted text-sm">
              {checkedAt
                ? t.rich("checked", { time: () => <Time value={checkedAt} style="relative" /> })
                : t("never")}
            </span>
          ) : null}
          {since && since !== checkedAt ? (
            <span className="text-muted text-sm">
              {t.rich("since", { time: () => <Time value={since} style="relative" /> })}
            </span>
          ) : null}
          {file ? (
            <span className="text-muted text-sm">
              {t.rich("written", { owner: file.owner, time: () => <Time value={file.modifiedAt} /> })}
            </span>
          ) : null}
          {fault ? <span className="text-error text-sm">{words(fault, name).headline}</span> : null}
        </li>
      ))}
    </ul>
  );
}

function Snooze({ card: { nodes } }: { card: DriftCard }) {
  const t = useTranslations("drift");
  const snooze = nodes[0]?.snooze;
  if (!snooze) return null;
  return (
    <p className="text-prose [overflow-wrap:anywhere]">
      {t.rich("snoozed", {
        name: snooze.byName,
        reason: snooze.reason,
        time: () => <Time value={snooze.until} style="date" />,
      })}
    </p>
  );
}
