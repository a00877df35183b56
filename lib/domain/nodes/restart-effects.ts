import type { NodeFacts } from "./facts";
import type { DatedPath } from "./machine-facts";
import { renewalDays } from "./renewal";

/** What can spoil a push. */
const grave = [
  "upgrade-running",
  "rebooting",
  "reboot-coming",
  "authority-expired",
  "certificates-expired",
  "unit-unread",
] as const;

/** What a restart does besides the push, or what may come between, the grave first; each has a sentence in the catalogue. */
export const restartEffectCodes = [
  ...grave,
  "cordoned",
  "reboot-required",
  "authority-ends",
  "file-newer",
  "certificates-renewed",
] as const;
export type RestartEffectCode = (typeof restartEffectCodes)[number];

/** `at` is ISO 8601: when it was changed, or when it ends. */
export type RestartEffect = { code: RestartEffectCode; params: Record<string, string>; at: string | null };

export const isGrave = ({ code }: Pick<RestartEffect, "code">): boolean =>
  grave.some((each) => each === code);

const orderOf = ({ code }: RestartEffect): number => restartEffectCodes.indexOf(code);

const day = 24 * 60 * 60 * 1000;
/** A certificate of a service lasts a year, and none can end after its authority. */
const authorityDays = 365;

const dated = (
  code: RestartEffectCode,
  { path, at }: DatedPath,
  more: Record<string, string> = {},
): RestartEffect => ({
  code,
  params: { path, ...more },
  at: new Date(at).toISOString(),
});

const plain = (code: RestartEffectCode, params: Record<string, string> = {}): RestartEffect => ({
  code,
  params,
  at: null,
});

/** Files of the unit have an effect only once systemd has read them; a restart does not make it. */
function filesOf({ newerFiles = [], unitUnread = false }: NodeFacts): RestartEffect[] {
  const isUnread = (kind: string) => unitUnread && kind === "unit";
  const newer = newerFiles.map((file) => dated(isUnread(file.kind) ? "unit-unread" : "file-newer", file));
  const isTold = newer.some(({ code }) => code === "unit-unread");
  return unitUnread && !isTold ? [...newer, plain("unit-unread", { path: "" })] : newer;
}

/** By the node's own clock, which is the one that its service goes by. */
function certificatesOf({
  certificates,
  clock,
  installedVersion,
  runningVersion,
}: NodeFacts): RestartEffect[] {
  if (!certificates || clock === 0) return [];
  const { leaf, authority, own } = certificates;
  const days = renewalDays(installedVersion ?? runningVersion);
  const found: RestartEffect[] = [];
  if (authority !== null && authority.at <= clock + authorityDays * day) {
    const code = authority.at <= clock ? "authority-expired" : "authority-ends";
    found.push(dated(code, authority));
  }
  if (leaf !== null && leaf.at <= clock) found.push(dated("certificates-expired", leaf));
  else if (leaf !== null && own && leaf.at <= clock + days * day)
    found.push(dated("certificates-renewed", leaf, { days: String(days) }));
  return found;
}

function maintenanceOf({ maintenance, nodeName }: NodeFacts, upgrades: Upgrades): RestartEffect[] {
  const { rebooting, kured, rebootRequired, cordoned } = maintenance ?? {};
  const plans = new Set(upgrades.flatMap(({ node, plan }) => (node === nodeName ? [plan] : [])));
  const reboots = kured ? plain("reboot-coming") : plain("reboot-required");
  return [
    ...[...plans].map((plan) => plain("upgrade-running", { plan })),
    ...(rebooting ? [plain("rebooting")] : rebootRequired ? [reboots] : []),
    ...(cordoned && !rebooting ? [plain("cordoned")] : []),
  ];
}

type Upgrades = NonNullable<NodeFacts["maintenance"]>["upgrades"];

/** All of it, the grave first. `upgrades` may come from the servers of the cluster: an agent cannot ask for them. */
export function restartEffects(
  facts: NodeFacts,
  upgrades: Upgrades = facts.maintenance?.upgrades ?? [],
): RestartEffect[] {
  const found = [...filesOf(facts), ...certificatesOf(facts), ...maintenanceOf(facts, upgrades)];
  return found.sort((one, other) => orderOf(one) - orderOf(other));
}

/** One effect with the nodes that have it, and the times at which they do. */
export type SharedEffect = RestartEffect & { nodes: string[]; until: string | null };

/** Times as ISO 8601 of one kind can be compared as text. */
const span = (times: readonly string[]) => ({ at: times[0] ?? null, until: times.at(-1) ?? null });

/** The same effect on many nodes is told once: times differ from node to node and are put together. */
export function shareEffects(
  nodes: readonly { name: string; effects: readonly RestartEffect[] }[],
): SharedEffect[] {
  const alike = new Map<string, { name: string; effect: RestartEffect }[]>();
  for (const { name, effects } of nodes)
    for (const effect of effects) {
      const key = JSON.stringify([effect.code, effect.params]);
      alike.set(key, [...(alike.get(key) ?? []), { name, effect }]);
    }
  const shared = [...alike.values()].flatMap((same) => {
    const times = same.flatMap(({ effect: { at } }) => (at === null ? [] : [at])).sort();
    const [first] = same;
    return first ? [{ ...first.effect, ...span(times), nodes: same.map(({ name }) => name) }] : [];
  });
  return shared.sort((one, other) => orderOf(one) - orderOf(other));
}
