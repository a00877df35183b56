/** The numbers of the versions that credentials and certificates had at some time, by slug. */
export interface Versions {
  readonly credentials: ReadonlyMap<string, number>;
  readonly certificates: ReadonlyMap<string, number>;
}

/** Versions at the time of either definition. What is not known is not compared. */
export interface VersionPair {
  readonly before: Versions;
  readonly after: Versions;
}

const none: Versions = { credentials: new Map(), certificates: new Map() };
export const noVersions: VersionPair = { before: none, after: none };

/** The slugs both sides name whose version differs. */
export function changedVersions(
  slugs: readonly string[],
  versions: VersionPair,
  kind: keyof Versions,
): { slug: string; before: number; after: number }[] {
  return slugs.flatMap((slug) => {
    const [before, after] = [versions.before[kind].get(slug), versions.after[kind].get(slug)];
    return before === undefined || after === undefined || before === after ? [] : [{ slug, before, after }];
  });
}
