import "server-only";
import type { SshSession } from "@/lib/server/ssh/session";
import { askSurvey } from "./ask-survey";
import type { Options } from "./frames";
import { type Location, locationOptions } from "./options";

const factsOf = (found: Awaited<ReturnType<typeof askSurvey>>, name: string) =>
  found.facts.flatMap((fact) => (fact.name === name ? [fact.value] : []));

const failing = (code: string) => Object.assign(new Error(`Name not resolved: ${code}`), { code });

/** A name that begins otherwise would be an option of the program that is asked. */
const isName = (host: string) => /^[a-z0-9_][a-z0-9._-]*$/i.test(host);

/** All addresses of a name, as the node resolves it. Rejects as Node's own `lookup` does, or with `RESOLVER_MISSING`. */
export async function resolveOnNode(session: SshSession, host: string): Promise<string[]> {
  if (!isName(host)) throw failing("ENOTFOUND");
  const found = await askSurvey(session, "reach", [["host", host]]);
  if (factsOf(found, "resolver").includes("missing")) throw failing("RESOLVER_MISSING");
  const addresses = factsOf(found, "address");
  if (addresses.length === 0) throw failing("ENOTFOUND");
  return [...new Set(addresses)];
}

/** The addresses of several names by name, none for one that leads nowhere; null where the node cannot look any up. */
export async function resolveNamesOnNode(
  session: SshSession,
  names: readonly string[],
): Promise<ReadonlyMap<string, string[]> | null> {
  const asked = [...new Set(names)].filter(isName);
  if (asked.length === 0) return new Map();
  const options = asked.map((name) => ["name", name] as const);
  const found = await askSurvey(session, "reach", [["resolver", "yes"], ...options]);
  if (factsOf(found, "resolver").includes("missing")) return null;
  return new Map(
    factsOf(found, "named").map((line): [string, string[]] => {
      const [name = "", ...addresses] = line.split(" ");
      return [name, [...new Set(addresses.filter((address) => address !== ""))]];
    }),
  );
}

export type Surroundings = {
  /** What stands between PEM marks at each path that was asked for and is there. A key among it is secret. */
  files: ReadonlyMap<string, string>;
  /** What the system trusts, as PEM. */
  roots: string;
  /** The proxy settings of the running service, by name; no login is in them. */
  environment: Readonly<Record<string, string>>;
};

/** One line of plain text is what an option holds; nothing stands at any other path. */
const isAskable = (path: string) => /^\/[^\p{Cc}]*$/u.test(path) && path === path.trim();

const readLine = (line: string): [string, string] => {
  const at = line.indexOf("=");
  return [line.slice(0, at), line.slice(at + 1)];
};

/** What a pull from this node has to do with besides the registry. */
export async function readSurroundings(
  session: SshSession,
  { location, paths }: { location: Location | null; paths: readonly string[] },
): Promise<Surroundings> {
  const options: Options = [
    ...(location === null ? [] : locationOptions(location)),
    ["surroundings", "yes"],
    ...[...new Set(paths)].filter(isAskable).map((path) => ["file", path] as const),
  ];
  const { texts } = await askSurvey(session, "reach", options);
  const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  const textOf = (name: string) =>
    texts.flatMap((text) => (text.name === name ? [decode(text.bytes)] : [])).join("");
  const files = texts.filter(({ name }) => name.startsWith("/"));
  const lines = textOf("environment")
    .split("\n")
    .filter((line) => line.includes("="));
  return {
    files: new Map(files.map(({ name, bytes }) => [name, decode(bytes)])),
    roots: textOf("roots"),
    environment: Object.fromEntries(lines.map(readLine)),
  };
}
