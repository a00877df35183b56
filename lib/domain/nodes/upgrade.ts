import type { NodeFacts } from "./facts";

type Upgrade = { running: string; installed: string };

/** The release that a restart would start in place of the running one; null where it is the same, or not known. */
export function upgradeOf({
  runningVersion,
  installedVersion,
}: Pick<NodeFacts, "runningVersion" | "installedVersion">): Upgrade | null {
  if (!runningVersion || !installedVersion || runningVersion === installedVersion) return null;
  return { running: runningVersion, installed: installedVersion };
}

/** One change of release, as a consent names it: agreeing to one agrees to no other. */
export const upgradeKey = ({ running, installed }: Upgrade): string => `${running} ${installed}`;

/** The change of release that nobody agreed to; null where there is none. */
export function unagreedUpgrade(
  facts: Pick<NodeFacts, "runningVersion" | "installedVersion">,
  agreed: readonly string[],
): Upgrade | null {
  const upgrade = upgradeOf(facts);
  return upgrade && !agreed.includes(upgradeKey(upgrade)) ? upgrade : null;
}
