/** Hosts that containerd gave up, as its log names them: `msg="trying next host" … host=mirror.example.com:5000`. */
function failedHosts(log: string): string[] {
  return [...log.matchAll(/ msg="(?:trying next host|fetch failed)[^\n]*?\bhost="?([^"\s]+)/g)].flatMap(
    ([, host]) => host ?? [],
  );
}

const hostOf = (url: string): string | null => (URL.canParse(url) ? new URL(url).host : null);

/** Without the port that its scheme has anyway: containerd logs a host as it was written. */
const isHost = (url: string, name: string): boolean =>
  hostOf(url) === name || hostOf(url) === hostOf(`${new URL(url).protocol}//${name}`);

/**
 * Which request an image came by: the first of those that containerd makes whose host its log does not name as failed.
 * Sure only where there was no other; older releases log nothing of a host that answers with an error. `lists` has
 * several lists of requests where containerd picks one by chance. Null where the log leaves none, or one of several.
 */
export function servedBy(
  lists: readonly (readonly string[])[],
  log: string,
): { url: string; sure: boolean } | null {
  const failed = failedHosts(log);
  const left = lists.map((urls) =>
    urls.find((url) => hostOf(url) !== null && !failed.some((name) => isHost(url, name))),
  );
  const [first] = left;
  if (first === undefined || left.some((url) => url !== first)) return null;
  return { url: first, sure: lists.every((urls) => urls.length === 1) };
}
