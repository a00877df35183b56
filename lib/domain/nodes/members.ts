import * as z from "zod/mini";

/** What K3s says of a member in the condition EtcdIsVoter, which it sets since v1.28 (pkg/etcd/etcd.go). */
const votes = ["voter", "unhealthy", "learner", "unjoined"] as const;

const voteOf: Readonly<Record<string, (typeof votes)[number]>> = {
  MemberNotLearner: "voter",
  Unhealthy: "unhealthy",
  MemberIsLearner: "learner",
  NotAMember: "unjoined",
};

/** A server as its cluster sees it. Null: the cluster does not say. */
export const memberSchema = z.object({
  name: z.string(),
  ready: z.nullable(z.boolean()),
  /** Whether it holds a part of the embedded etcd. */
  etcd: z.boolean(),
  vote: z.nullable(z.enum(votes)),
});
export type Member = z.infer<typeof memberSchema>;

const truthOf = (text: string | undefined): boolean | null =>
  text === "True" ? true : text === "False" ? false : null;

/** Lines of `name|Ready|reason of EtcdIsVoter|label etcd|label control-plane`, as the node program prints them; others are agents. */
export function readMembers(text: string): Member[] {
  return text.split("\n").flatMap((line) => {
    const [name, ready, reason = "", etcd, controlPlane] = line.split("|");
    if (!name || (etcd !== "true" && controlPlane !== "true")) return [];
    return [{ name, ready: truthOf(ready), etcd: etcd === "true", vote: voteOf[reason] ?? null }];
  });
}

/** Those whose loss costs something: the voters of etcd, or with an external datastore the servers themselves. */
function votersOf(members: readonly Member[]): Member[] {
  const etcd = members.filter((member) => member.etcd);
  return etcd.length === 0
    ? [...members]
    : etcd.filter(({ vote }) => vote !== "learner" && vote !== "unjoined");
}

/**
 * Whether the API stays while one of these servers restarts: of etcd's voters at least three, of servers with an
 * external datastore at least two.
 */
export function survivesRestart(members: readonly Member[]): boolean {
  const least = members.some(({ etcd }) => etcd) ? 3 : 2;
  return votersOf(members).length >= least;
}

/** Whether a cluster can lose one server: by what it tells of its members, else by how many are registered. */
export const keepsApi = (members: readonly Member[] | undefined, registered: number): boolean =>
  members ? survivesRestart(members) : registered >= 3;

/**
 * The first server, other than `self`, that must be up before `self` may restart and is not: every other voter, and of
 * a cluster whose members tell of their votes also one that does not. Null where none is, or `self` has no vote to lose.
 */
export function findUnhealthyMember(members: readonly Member[], self: string): string | null {
  const voters = votersOf(members);
  const own = members.find(({ name }) => name === self);
  const isLearner = own?.etcd === true && !voters.includes(own);
  if (isLearner || !survivesRestart(members)) return null;
  const areTold = voters.some(({ vote }) => vote !== null);
  const isHealthy = ({ ready, vote }: Member) => ready === true && (!areTold || vote === "voter");
  return voters.find((member) => member.name !== self && !isHealthy(member))?.name ?? null;
}
