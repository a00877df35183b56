/** One way to log in that a server offers; names in lower case. */
export type Challenge = { scheme: string; params: ReadonlyMap<string, string> };

const part = /[\s,]*([\w!#$%&'*+.^`|~-]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",]+)))?/y;

/** Reads a `WWW-Authenticate` header (RFC 9110, 11.6.1) as far as it can be read. */
export function readChallenges(header: string): Challenge[] {
  const found: { scheme: string; params: Map<string, string> }[] = [];
  part.lastIndex = 0;
  for (let match = part.exec(header); match; match = part.exec(header)) {
    const [, name = "", quoted, plain] = match;
    const value = quoted?.replace(/\\(.)/g, "$1") ?? plain;
    if (value === undefined) found.push({ scheme: name.toLowerCase(), params: new Map() });
    else found.at(-1)?.params.set(name.toLowerCase(), value);
  }
  return found;
}

/** The one containerd would answer: a token before a password (remotes/docker/auth/parse.go, v2.1.4). */
export const chooseChallenge = (challenges: readonly Challenge[]): Challenge | undefined =>
  challenges.find(({ scheme, params }) => scheme === "bearer" && params.has("realm")) ??
  challenges.find(({ scheme }) => scheme === "basic");
