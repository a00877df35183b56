import "server-only";
import type { Holding } from "@/lib/domain/credentials/stored";
import { byName } from "@/lib/domain/named";
import { goodOutcomes } from "@/lib/domain/pushes/outcomes";
import { type Db, db, type Tx } from "@/lib/server/db/client";
import { frozenOf, type StoredThing } from "./stored-thing";

// After a failed roll back nobody knows what is on the node; other failures leave the file that was there.
const told = {
  outcome: { in: [...goodOutcomes, "rollback-failed"] },
  finishedAt: { not: null },
  push: { dryRun: false },
};

/** Nodes that hold a version of it, told by the last push that left something on them. */
export const listHoldings = async (thing: StoredThing, source: Db | Tx = db()): Promise<Holding[]> => {
  const secrets = { where: frozenOf(thing), take: 1, select: versionNumbers };
  const nodes = await source.node.findMany({
    where: { pushes: { some: { ...told, push: { dryRun: false, secrets: { some: frozenOf(thing) } } } } },
    select: {
      id: true,
      name: true,
      group: { select: { id: true, name: true } },
      pushes: {
        where: told,
        orderBy: { finishedAt: "desc" },
        take: 1,
        select: {
          outcome: true,
          finishedAt: true,
          push: { select: { id: true, number: true, secrets } },
        },
      },
    },
  });
  return nodes
    .flatMap(({ id, name, group, pushes: [last] }) => {
      const version = last && last.outcome !== "rollback-failed" ? numberOf(last.push.secrets[0]) : undefined;
      if (!last?.finishedAt || version === undefined) return [];
      const push = { id: last.push.id, number: last.push.number };
      return [{ node: { id, name }, group, version, push, at: last.finishedAt.toISOString() }];
    })
    .sort((one, other) => byName(one.node, other.node));
};

const versionNumbers = {
  credentialVersion: { select: { number: true } },
  certificateVersion: { select: { number: true } },
} as const;

type Frozen = { credentialVersion: { number: number } | null; certificateVersion: { number: number } | null };

const numberOf = (frozen: Frozen | undefined) =>
  frozen?.credentialVersion?.number ?? frozen?.certificateVersion?.number;
